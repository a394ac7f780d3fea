package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.binding.Binding;
import dev.fairlead.binding.Bindings;
import dev.fairlead.binding.Dangling;
import dev.fairlead.binding.Target;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.VolumeDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the claim that each mount of a spec refers to. */
final class MountResolver {
  private final SpecDraft spec;
  private final Bindings bindings;
  private final Built built;
  private final Diagnostics diagnostics;

  MountResolver(SpecDraft spec, Bindings bindings, Built built, Diagnostics diagnostics) {
    this.spec = spec;
    this.bindings = bindings;
    this.built = built;
    this.diagnostics = diagnostics;
  }

  /** The claim behind the mount; empty if there is an error, which has been reported. */
  Optional<Mounted> resolve(MountDraft mount, WorkloadDraft workload) {
    Optional<Mounted> mounted = find(mount, workload);
    if (mounted.isPresent()) {
      checkMode(mount, mounted.get());
    }
    return mounted;
  }

  private Optional<Mounted> find(MountDraft mount, WorkloadDraft workload) {
    if (mount.word().isPresent()) {
      return byWord(mount.word().get(), workload);
    }
    if (mount.volume().isPresent()) {
      return byVolume(mount.volume().get(), workload);
    }
    return mount.claim().isPresent()
        ? Optional.of(byClaim(mount.claim().get(), mount, workload))
        : Optional.empty();
  }

  private Optional<Mounted> byWord(Located<String> word, WorkloadDraft workload) {
    String name = word.value();
    String namespace = workload.namespace().value();
    Optional<VolumeDraft> volume = spec.volume(name, namespace);
    Optional<ClaimDraft> claim = spec.claim(name, namespace);
    if (volume.isPresent() && claim.isPresent() && !isOwn(volume.get(), claim.get())) {
      diagnostics.add(
          Diagnostic.of(
                  Code.AMBIGUOUS_REFERENCE,
                  word.span(),
                  message(
                      "{} is both a volume and a claim, and these are not bound to each other",
                      name))
              .withHint("write {volume: " + name + "} or {claim: " + name + "}")
              .withRelated(volume.get().span(), "the volume")
              .withRelated(claim.get().name().orElseThrow().span(), "the claim"));
      return Optional.empty();
    }
    if (volume.isPresent()) {
      return byVolume(volume.get(), word, workload);
    }
    if (claim.isPresent()) {
      ClaimRef ref = claim.get().ref().orElseThrow();
      return inNamespace(ref, label(ref), word, workload);
    }
    reportUnknown(word, namespace);
    return Optional.empty();
  }

  private boolean isOwn(VolumeDraft volume, ClaimDraft claim) {
    Optional<Binding> binding = bindings.of(volume);
    return binding.isPresent() && claim.ref().equals(Optional.of(binding.get().claim().value()));
  }

  private void reportUnknown(Located<String> word, String namespace) {
    String name = word.value();
    Optional<String> ofClaim = volumeOf(new ClaimRef(namespace, name));
    if (ofClaim.isPresent()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          word.span(),
          message(
              "no volume or claim of this spec is named {}; it is the claim of volume {}",
              name,
              ofClaim.get()),
          "write " + ofClaim.get() + ", or {claim: " + name + "}");
    } else if (name.startsWith("pvc-") && spec.volume(name.substring(4), namespace).isPresent()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          word.span(),
          message("no volume or claim of this spec is named {}", name),
          "write " + name.substring(4) + " to mount that volume and have it reserved");
    } else {
      List<String> known = new ArrayList<>(spec.volumeNames());
      spec.claims().forEach(c -> c.name().ifPresent(written -> known.add(written.value())));
      Dangling.report("volume or claim", word, known, diagnostics);
    }
  }

  private Optional<Mounted> byVolume(Located<String> name, WorkloadDraft workload) {
    Optional<VolumeDraft> volume = spec.volume(name.value(), workload.namespace().value());
    if (volume.isPresent()) {
      return byVolume(volume.get(), name, workload);
    }
    if (spec.claim(name.value(), workload.namespace().value()).isPresent()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          name.span(),
          message("no volume of this spec is named {}, but a claim is", name.value()),
          "write {claim: " + name.value() + "}");
    } else {
      Dangling.report("volume", name, spec.volumeNames(), diagnostics);
    }
    return Optional.empty();
  }

  private Optional<Mounted> byVolume(
      VolumeDraft volume, Located<String> name, WorkloadDraft workload) {
    Optional<Binding> binding = bindings.of(volume);
    return binding.isPresent()
        ? inNamespace(binding.get().claim().value(), name.value(), name, workload)
        : Optional.empty();
  }

  private Mounted byClaim(Located<String> name, MountDraft mount, WorkloadDraft workload) {
    ClaimRef claim = new ClaimRef(workload.namespace().value(), name.value());
    if (bindings.target(claim).isPresent()) {
      return known(claim, label(claim), name.span());
    }
    VolumeMode mode = VolumeMode.of(mount.fields().stringOr("volumeMode", ""));
    Span place =
        mount.fields().has("volumeMode") ? mount.fields().spanOf("volumeMode") : name.span();
    return new Mounted(name, name.value(), false, new Located<>(mode, place), false, false);
  }

  /** The name of the volume of this spec behind the claim, else of the claim itself. */
  private String label(ClaimRef claim) {
    return volumeOf(claim).orElse(claim.name());
  }

  /** The name of the volume of this spec that is bound to the claim, if any. */
  private Optional<String> volumeOf(ClaimRef claim) {
    Optional<Target> target = bindings.target(claim);
    if (target.isEmpty() || target.get().volume().isEmpty()) {
      return Optional.empty();
    }
    VolumeDraft volume = target.get().volume().get();
    Optional<VolumeDraft> own = spec.volume(volume.shownName(), claim.namespace());
    return own.isPresent() && own.get() == volume
        ? Optional.of(volume.shownName())
        : Optional.empty();
  }

  private Mounted known(ClaimRef claim, String label, Span span) {
    Target target = bindings.target(claim).orElseThrow();
    Optional<Volume> volume = built.volume(target);
    Optional<Claim> declared = built.declared(target);
    List<AccessMode> modes = List.of();
    Located<VolumeMode> mode = new Located<>(VolumeMode.FILESYSTEM, span);
    if (declared.isPresent()) {
      modes = declared.get().accessModes().value();
      mode = declared.get().volumeMode();
    } else if (volume.isPresent()) {
      modes = volume.get().accessModes().value();
      mode = volume.get().volumeMode();
    }
    boolean readOnlySource = volume.isPresent() && volume.get().source().value().readOnly();
    boolean readMany = !modes.isEmpty() && Set.of(AccessMode.READ_ONLY_MANY).containsAll(modes);
    return new Mounted(
        new Located<>(claim.name(), span),
        label,
        volumeOf(claim).isPresent(),
        mode,
        readOnlySource,
        readOnlySource || readMany);
  }

  private Optional<Mounted> inNamespace(
      ClaimRef claim, String label, Located<String> name, WorkloadDraft workload) {
    String namespace = workload.namespace().value();
    if (claim.namespace().equals(namespace)) {
      return Optional.of(known(claim, label, name.span()));
    }
    diagnostics.add(
        Diagnostic.of(
                Code.WRONG_NAMESPACE,
                name.span(),
                message(
                    "workload {} in namespace {} can't mount the claim {}: a pod mounts claims of"
                        + " its own namespace only",
                    workload.name().value(),
                    namespace,
                    claim.toString()))
            .withHint(remedy(claim))
            .withRelated(
                workload.namespace().span(), message("the pods are in namespace {}", namespace))
            .withRelated(place(claim), message("the claim is in namespace {}", claim.namespace())));
    return Optional.empty();
  }

  /** Where the claim is declared, else where its volume names it. */
  private Span place(ClaimRef claim) {
    Target target = bindings.target(claim).orElseThrow();
    return target.declared().isPresent()
        ? target.declared().get().name().orElseThrow().span()
        : bindings.of(target.volume().orElseThrow()).orElseThrow().claim().span();
  }

  private String remedy(ClaimRef claim) {
    return isWantedIn(claim)
        ? "a volume has one claim, in one namespace: "
            + (isShare(claim)
                ? "write reserve: {namespaces: [...]} to have one for each namespace"
                : "move the workloads into one namespace, or give each a disk of its own")
        : "put both into one namespace: the workload's, or that of reserve: {namespace: ...} or"
            + " bindTo: {name: ..., namespace: ...}"
            + (isShare(claim)
                ? "; for a share in several, write reserve: {namespaces: [...]}"
                : "");
  }

  /** Whether a workload in the namespace of the claim mounts it, too. */
  private boolean isWantedIn(ClaimRef claim) {
    Optional<String> volume = volumeOf(claim);
    for (WorkloadDraft workload : spec.workloads()) {
      if (workload.namespace().value().equals(claim.namespace())) {
        for (MountDraft mount : workload.mounts()) {
          Optional<String> named =
              mount.word().or(mount::volume).or(mount::claim).map(Located::value);
          if (named.isPresent() && (named.equals(volume) || named.get().equals(claim.name()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isShare(ClaimRef claim) {
    Optional<Volume> volume = bindings.target(claim).flatMap(built::volume);
    return volume.isPresent()
        && volume.get().accessModes().value().contains(AccessMode.READ_WRITE_MANY);
  }

  private void checkMode(MountDraft mount, Mounted found) {
    Optional<Located<String>> written = mount.fields().string("volumeMode");
    VolumeMode mode = found.mode().value();
    if (written.isPresent() && VolumeMode.of(written.get().value()) != mode) {
      diagnostics.add(
          Diagnostic.of(
                  Code.VOLUME_MODE_MISMATCH,
                  written.get().span(),
                  message(
                      "volumeMode is {}, but the claim {} is of mode {}",
                      written.get().value(),
                      found.claimName(),
                      mode.toString()))
              .withHint("leave volumeMode out: fairlead takes it from the claim")
              .withRelated(found.mode().span(), message("the mode is {}", mode)));
    }
  }
}
