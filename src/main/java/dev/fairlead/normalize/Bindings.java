package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.At;
import dev.fairlead.model.ClaimRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which claim each volume is bound to, over all documents of a call. A volume binds one claim and a
 * claim one volume, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class Bindings {
  /** What made the binding. */
  enum Origin {
    /** {@code reserve}, or a mount of a volume that says nothing. */
    RESERVED,
    BOUND_TO,
    DECLARED
  }

  record Binding(At<ClaimRef> claim, Origin origin) {}

  /** Who stands behind a claim of this call. */
  record Target(Optional<VolumeDraft> volume, Optional<ClaimDraft> declared) {}

  private final Diagnostics diagnostics;
  private final Map<VolumeDraft, Binding> byVolume = new IdentityHashMap<>();
  private final Map<ClaimRef, VolumeDraft> volumeByClaim = new HashMap<>();
  private final Map<ClaimRef, ClaimDraft> declared = new HashMap<>();

  Bindings(List<SpecDraft> specs, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
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
      bindMounted(spec);
    }
    for (SpecDraft spec : specs) {
      for (VolumeDraft volume : spec.volumes()) {
        register(volume);
      }
    }
    for (SpecDraft spec : specs) {
      for (ClaimDraft claim : spec.claims()) {
        registerDeclared(claim);
      }
    }
  }

  Optional<Binding> of(VolumeDraft volume) {
    return Optional.ofNullable(byVolume.get(volume));
  }

  /** What this call makes or binds under the name of a claim. */
  Optional<Target> target(ClaimRef claim) {
    Optional<VolumeDraft> volume = Optional.ofNullable(volumeByClaim.get(claim));
    Optional<ClaimDraft> draft = Optional.ofNullable(declared.get(claim));
    return volume.isEmpty() && draft.isEmpty()
        ? Optional.empty()
        : Optional.of(new Target(volume, draft));
  }

  private void bindWritten(SpecDraft spec) {
    for (VolumeDraft volume : spec.volumes()) {
      if (volume.claim().isPresent()) {
        Origin origin = volume.reserved() ? Origin.RESERVED : Origin.BOUND_TO;
        byVolume.put(volume, new Binding(volume.claim().get(), origin));
      }
      if (volume.contradiction().isPresent()) {
        diagnostics.add(
            Code.CONTRADICTORY_BINDING,
            volume.contradiction().get(),
            shown(volume) + " has both reserve and bindTo",
            "keep reserve to have the claim made here, bindTo for one that exists already");
      }
    }
  }

  private void bindDeclared(SpecDraft spec) {
    for (ClaimDraft claim : spec.claims()) {
      if (claim.volume().isEmpty() || claim.ref().isEmpty()) {
        continue;
      }
      At<String> name = claim.volume().get();
      Optional<VolumeDraft> volume = spec.volume(name.value());
      if (volume.isEmpty()) {
        dangling("volume", name, names(spec));
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
      byVolume.put(volume, new Binding(new At<>(claim, span), Origin.DECLARED));
    } else if (before.origin() == Origin.RESERVED) {
      diagnostics.add(
          Code.CONTRADICTORY_BINDING,
          span,
          shown(volume)
              + " is reserved for the claim "
              + quote(before.claim().value().name())
              + " that fairlead makes, and can't be bound to "
              + quote(claim.name())
              + " too",
          "take out its reserve");
    } else {
      diagnostics.add(
          Code.VOLUME_BOUND_TWICE,
          span,
          shown(volume)
              + " is bound to the claim "
              + quote(before.claim().value().toString())
              + " already; a volume binds one claim",
          "mount that claim, or give this one a volume of its own");
    }
  }

  private void bindEach(SpecDraft spec) {
    for (Fields workload : spec.workloads()) {
      String namespace = spec.namespaceOf(workload).value();
      for (EachList list : EachList.of(workload)) {
        for (int i = 0; i < list.volumes().size(); i++) {
          bindEach(spec, list.volumes().get(i), list.claim(i, workload, namespace));
        }
      }
    }
  }

  private void bindEach(SpecDraft spec, At<String> name, ClaimRef claim) {
    Optional<VolumeDraft> volume = spec.volume(name.value());
    if (volume.isEmpty()) {
      dangling("volume", name, names(spec));
      return;
    }
    Optional<String> own =
        Stream.of("reserve", "bindTo").filter(volume.get().fields()::has).findFirst();
    Binding before = byVolume.get(volume.get());
    if (own.isPresent()) {
      diagnostics.add(
          Code.CONTRADICTORY_BINDING,
          volume.get().fields().keySpan(own.get()).orElseThrow(),
          shown(volume.get())
              + " has "
              + own.get()
              + ", but each makes the claim "
              + quote(claim.name())
              + " for it",
          "take out its " + own.get());
    } else if (before != null) {
      diagnostics.add(
          Code.VOLUME_BOUND_TWICE,
          name.span(),
          shown(volume.get())
              + " is bound to the claim "
              + quote(before.claim().value().toString())
              + " already; a volume binds one claim",
          "mount that claim, or give this one a volume of its own");
    } else {
      byVolume.put(volume.get(), new Binding(new At<>(claim, name.span()), Origin.RESERVED));
    }
  }

  private void bindMounted(SpecDraft spec) {
    for (Fields workload : spec.workloads()) {
      for (MountDraft mount : Containers.mounts(workload)) {
        bindMounted(spec, mount);
      }
    }
  }

  private void bindMounted(SpecDraft spec, MountDraft mount) {
    Optional<At<String>> name = mount.word().isPresent() ? mount.word() : mount.volume();
    if (name.isEmpty()) {
      return;
    }
    Optional<VolumeDraft> mounted = spec.volume(name.get().value());
    if (mounted.isEmpty() || byVolume.containsKey(mounted.get())) {
      return;
    }
    VolumeDraft volume = mounted.get();
    if (volume.fields().isFalse("reserve")) {
      diagnostics.add(
          Code.UNRESERVED_MOUNT,
          name.get().span(),
          shown(volume) + " is mounted here but says reserve: false, so it has no claim to mount",
          "take out its reserve: false, or bind it to a claim");
    } else {
      At<ClaimRef> claim = volume.reservedClaim(spec.namespace().value());
      byVolume.put(volume, new Binding(claim, Origin.RESERVED));
    }
  }

  private void register(VolumeDraft volume) {
    Binding binding = byVolume.get(volume);
    if (binding == null) {
      return;
    }
    ClaimRef claim = binding.claim().value();
    if (binding.origin() == Origin.RESERVED && claim.name().length() > 253) {
      diagnostics.add(
          Code.CLAIM_NAME_TOO_LONG,
          volume.fields().keySpan("reserve").orElse(volume.span()),
          "the claim of "
              + shown(volume)
              + " would be named with "
              + claim.name().length()
              + " characters; at most 253 are accepted",
          "give the claim a name of its own with reserve: {name: ...}");
    }
    VolumeDraft before = volumeByClaim.putIfAbsent(claim, volume);
    if (before != null) {
      diagnostics.add(
          Code.CLAIM_BOUND_TWICE,
          binding.claim().span(),
          "claim "
              + quote(claim.toString())
              + " is bound to "
              + shown(before)
              + " already; a claim binds one volume",
          "give each volume a claim of its own");
    }
  }

  private void registerDeclared(ClaimDraft claim) {
    if (claim.ref().isEmpty()) {
      return;
    }
    ClaimRef ref = claim.ref().get();
    ClaimDraft before = declared.putIfAbsent(ref, claim);
    Span span = claim.name().orElseThrow().span();
    VolumeDraft volume = volumeByClaim.get(ref);
    if (before != null) {
      diagnostics.add(
          Code.DUPLICATE_NAME,
          span,
          "claim "
              + quote(ref.toString())
              + " is declared twice; first at "
              + before.name().orElseThrow().span(),
          "rename one of them, or leave it out");
    } else if (volume != null && byVolume.get(volume).origin() == Origin.RESERVED) {
      diagnostics.add(
          Code.DUPLICATE_NAME,
          span,
          "claim " + quote(ref.toString()) + " is made for " + shown(volume) + " already",
          "take it out, or write volume: "
              + volume.name().map(At::value).orElse("")
              + " here and no reserve there");
    }
  }

  /** Reports a name that nothing answers to. */
  void dangling(String what, At<String> name, Collection<String> known) {
    diagnostics.add(
        Code.DANGLING_REFERENCE,
        name.span(),
        "no "
            + what
            + " of this spec is named "
            + quote(name.value())
            + Nearest.question(name.value(), known));
  }

  static List<String> names(SpecDraft spec) {
    return spec.volumes().stream().flatMap(v -> v.name().stream()).map(At::value).toList();
  }

  private static String shown(VolumeDraft volume) {
    return "volume " + quote(volume.name().map(At::value).orElse(""));
  }
}
