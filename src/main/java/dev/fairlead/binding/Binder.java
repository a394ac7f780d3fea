package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binding.Binding.Origin;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.EachList;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.SetSpecs;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.VolumeDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the claim of each volume. {@code reserve} and {@code bindTo} of the volume come first, then
 * declared claims, then {@code each} of StatefulSets. A volume that is not bound by any of these is
 * reserved if the defaults say so or it is mounted.
 */
final class Binder {
  private final SetSpecs sets;
  private final Diagnostics diagnostics;
  private final Map<VolumeDraft, Binding> byVolume = new IdentityHashMap<>();

  Binder(SetSpecs sets, Diagnostics diagnostics) {
    this.sets = sets;
    this.diagnostics = diagnostics;
  }

  Map<VolumeDraft, Binding> bind(List<SpecDraft> specs) {
    for (SpecDraft spec : specs) {
      bindWritten(spec);
    }
    for (SpecDraft spec : specs) {
      bindDeclared(spec);
    }
    for (SpecDraft spec : specs) {
      bindEach(spec);
    }
    for (SpecDraft spec : specs) {
      bindByDefault(spec);
      bindMounted(spec);
    }
    return byVolume;
  }

  private void bindWritten(SpecDraft spec) {
    for (VolumeDraft volume : spec.volumes()) {
      if (volume.claim().isPresent()) {
        Origin origin = volume.reserved() ? Origin.RESERVED : Origin.BOUND_TO;
        byVolume.put(volume, new Binding(volume.claim().get(), origin));
      }
      if (volume.contradiction().isPresent()) {
        diagnostics.add(
            Diagnostic.of(
                    Code.CONTRADICTORY_BINDING,
                    volume.contradiction().get(),
                    message("volume {} has both reserve and bindTo", volume.shownName()))
                .withHint(
                    "keep reserve if fairlead makes the claim, or bindTo if the claim exists"
                        + " already")
                .withLabel("the claim exists already")
                .withRelated(
                    volume.fields().keySpan("reserve").orElseThrow(), "fairlead makes the claim"));
      }
    }
  }

  private void bindDeclared(SpecDraft spec) {
    for (ClaimDraft claim : spec.claims()) {
      if (claim.volume().isEmpty() || claim.ref().isEmpty()) {
        continue;
      }
      Located<String> name = claim.volume().get();
      Optional<VolumeDraft> volume = spec.volume(name.value(), claim.namespace().value());
      if (volume.isEmpty()) {
        Dangling.report("volume", name, spec.volumeNames(), diagnostics);
      } else {
        bindDeclared(volume.get(), claim.ref().get(), name.span());
      }
    }
  }

  private void bindDeclared(VolumeDraft volume, ClaimRef claim, Span span) {
    Binding before = byVolume.get(volume);
    boolean agrees =
        before == null
            || (before.origin() == Origin.BOUND_TO && before.claim().value().equals(claim));
    if (agrees) {
      byVolume.put(volume, new Binding(new Located<>(claim, span), Origin.DECLARED));
    } else if (before.isReserved()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CONTRADICTORY_BINDING,
                  span,
                  message(
                      "volume {} is reserved for the claim {} that fairlead makes, and can't be"
                          + " bound to {} too",
                      volume.shownName(),
                      before.claim().value().name(),
                      claim.name()))
              .withHint("remove reserve from the volume")
              .withRelated(
                  volume.fields().keySpan("reserve").orElse(volume.span()), "reserved here"));
    } else {
      boundTwice(volume, before, span);
    }
  }

  private void boundTwice(VolumeDraft volume, Binding before, Span span) {
    diagnostics.add(
        Diagnostic.of(
                Code.VOLUME_BOUND_TWICE,
                span,
                message(
                    "volume {} is already bound to the claim {}; a volume can be bound to only one"
                        + " claim",
                    volume.shownName(),
                    before.claim().value().toString()))
            .withHint("mount that claim, or give this one a volume of its own")
            .withRelated(before.claim().span(), "first bound here"));
  }

  private void bindEach(SpecDraft spec) {
    for (WorkloadDraft workload : spec.workloads()) {
      for (EachList list : workload.eachLists()) {
        for (int i = 0; i < list.volumes().size(); i++) {
          bindEach(spec, list.volumes().get(i), list.claim(i, workload, sets.of(workload)));
        }
      }
    }
  }

  private void bindEach(SpecDraft spec, Located<String> name, ClaimRef claim) {
    Optional<VolumeDraft> found = spec.volume(name.value(), claim.namespace());
    if (found.isEmpty()) {
      Dangling.report("volume", name, spec.volumeNames(), diagnostics);
      return;
    }
    VolumeDraft volume = found.get();
    Mapping fields = volume.fields();
    Binding before = byVolume.get(volume);
    if (fields.has("reserve") || fields.has("bindTo")) {
      String own = fields.has("reserve") ? "reserve" : "bindTo";
      diagnostics.add(
          Diagnostic.of(
                  Code.CONTRADICTORY_BINDING,
                  fields.keySpan(own).orElseThrow(),
                  message(
                      "volume {} has {}, but each already makes the claim {} for it",
                      volume.shownName(),
                      plain(own),
                      claim.name()))
              .withHint("remove " + own + " from the volume")
              .withRelated(name.span(), "each has the volume here"));
    } else if (before != null) {
      boundTwice(volume, before, name.span());
    } else {
      byVolume.put(volume, new Binding(new Located<>(claim, name.span()), Origin.EACH));
    }
  }

  private void bindByDefault(SpecDraft spec) {
    for (VolumeDraft volume : spec.volumes()) {
      if (volume.reservedByDefault() && !byVolume.containsKey(volume)) {
        Located<ClaimRef> claim = volume.reservedClaim(spec.namespace().value());
        byVolume.put(volume, new Binding(claim, Origin.RESERVED));
      }
    }
  }

  private void bindMounted(SpecDraft spec) {
    for (WorkloadDraft workload : spec.workloads()) {
      for (MountDraft mount : workload.mounts()) {
        Optional<Located<String>> name = mount.word().isPresent() ? mount.word() : mount.volume();
        if (name.isPresent()) {
          bindMounted(spec, name.get(), workload.namespace().value());
        }
      }
    }
  }

  private void bindMounted(SpecDraft spec, Located<String> name, String namespace) {
    Optional<VolumeDraft> mounted = spec.volume(name.value(), namespace);
    if (mounted.isEmpty() || byVolume.containsKey(mounted.get())) {
      return;
    }
    VolumeDraft volume = mounted.get();
    if (volume.unreserved()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.UNRESERVED_MOUNT,
                  name.span(),
                  message(
                      "volume {} is mounted here but has reserve: false, so there is no claim to"
                          + " mount",
                      volume.shownName()))
              .withHint("remove reserve: false, or bind the volume to a claim with bindTo")
              .withRelated(volume.reserveSpan(), "no claim"));
    } else {
      Located<ClaimRef> claim = volume.reservedClaim(spec.namespace().value());
      byVolume.put(volume, new Binding(claim, Origin.RESERVED));
    }
  }
}
