package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the claim behind each mount of a spec, and what is known about it. */
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

  /** The volumes and claims of all documents that could be completed. */
  record Built(Map<VolumeDraft, Volume> volumes, Map<ClaimDraft, Claim> claims) {
    Built() {
      this(new IdentityHashMap<>(), new IdentityHashMap<>());
    }

    Optional<Volume> volume(Bindings.Target target) {
      return target.volume().isPresent()
          ? Optional.ofNullable(volumes.get(target.volume().get()))
          : Optional.empty();
    }

    Optional<Claim> declared(Bindings.Target target) {
      return target.declared().isPresent()
          ? Optional.ofNullable(claims.get(target.declared().get()))
          : Optional.empty();
    }
  }

  /**
   * What a mount leads to: the claim, a name for the pod volume, and what decides how it is
   * mounted.
   */
  record Mounted(
      At<String> claim,
      String label,
      boolean ofVolume,
      VolumeMode mode,
      boolean readOnlySource,
      boolean readOnly) {
    String claimName() {
      return claim.value();
    }
  }

  /** What the mount leads to; empty if an error about it has been reported. */
  Optional<Mounted> resolve(MountDraft mount, At<String> workload, String namespace) {
    Optional<Mounted> mounted = find(mount, workload, namespace);
    if (mounted.isPresent()) {
      checkMode(mount, mounted.get());
      checkName(mount);
    }
    return mounted;
  }

  private Optional<Mounted> find(MountDraft mount, At<String> workload, String namespace) {
    if (mount.word().isPresent()) {
      return byWord(mount.word().get(), workload, namespace);
    }
    if (mount.volume().isPresent()) {
      return byVolume(mount.volume().get(), workload, namespace);
    }
    return mount.claim().isPresent()
        ? byClaim(mount.claim().get(), mount, namespace)
        : Optional.empty();
  }

  private Optional<Mounted> byWord(At<String> word, At<String> workload, String namespace) {
    Optional<VolumeDraft> volume = spec.volume(word.value());
    Optional<ClaimDraft> claim = spec.claim(word.value(), namespace);
    if (volume.isPresent() && claim.isPresent() && !isOwn(volume.get(), claim.get())) {
      diagnostics.add(
          Code.AMBIGUOUS_REFERENCE,
          word.span(),
          quote(word.value()) + " is both a volume and a claim that is not that volume's",
          "write {volume: " + word.value() + "} or {claim: " + word.value() + "}");
      return Optional.empty();
    }
    if (volume.isPresent()) {
      return byVolume(volume.get(), word, workload, namespace);
    }
    if (claim.isPresent()) {
      return byDeclaredClaim(claim.get(), word, workload, namespace);
    }
    Optional<String> ofClaim = volumeOf(new ClaimRef(namespace, word.value()));
    if (ofClaim.isPresent()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          word.span(),
          "no volume or claim of this spec is named "
              + quote(word.value())
              + "; it is the claim of volume "
              + quote(ofClaim.get()),
          "write " + ofClaim.get() + ", or {claim: " + word.value() + "}");
      return Optional.empty();
    }
    Optional<String> unreserved =
        Optional.of(word.value())
            .filter(name -> name.startsWith("pvc-"))
            .map(name -> name.substring(4))
            .filter(name -> spec.volume(name).isPresent());
    if (unreserved.isPresent()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          word.span(),
          "no volume or claim of this spec is named " + quote(word.value()),
          "write " + unreserved.get() + " to mount that volume and have it reserved");
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(Bindings.names(spec));
    spec.claims().forEach(c -> c.name().ifPresent(name -> known.add(name.value())));
    bindings.dangling("volume or claim", word, known);
    return Optional.empty();
  }

  private boolean isOwn(VolumeDraft volume, ClaimDraft claim) {
    Optional<Bindings.Binding> binding = bindings.of(volume);
    return binding.isPresent() && claim.ref().equals(Optional.of(binding.get().claim().value()));
  }

  private Optional<Mounted> byVolume(At<String> name, At<String> workload, String namespace) {
    Optional<VolumeDraft> volume = spec.volume(name.value());
    if (volume.isEmpty() && spec.claim(name.value(), namespace).isPresent()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          name.span(),
          "no volume of this spec is named " + quote(name.value()) + ", but a claim is",
          "write {claim: " + name.value() + "}");
      return Optional.empty();
    }
    if (volume.isEmpty()) {
      bindings.dangling("volume", name, Bindings.names(spec));
      return Optional.empty();
    }
    return byVolume(volume.get(), name, workload, namespace);
  }

  private Optional<Mounted> byVolume(
      VolumeDraft volume, At<String> name, At<String> workload, String namespace) {
    Optional<Bindings.Binding> binding = bindings.of(volume);
    if (binding.isEmpty()) {
      return Optional.empty();
    }
    ClaimRef claim = binding.get().claim().value();
    return sameNamespace(claim, name, workload, namespace)
        ? Optional.of(known(claim, name.value(), name.span()))
        : Optional.empty();
  }

  private Optional<Mounted> byDeclaredClaim(
      ClaimDraft draft, At<String> name, At<String> workload, String namespace) {
    ClaimRef claim = draft.ref().orElseThrow();
    return sameNamespace(claim, name, workload, namespace)
        ? Optional.of(known(claim, label(claim), name.span()))
        : Optional.empty();
  }

  private Optional<Mounted> byClaim(At<String> name, MountDraft mount, String namespace) {
    ClaimRef claim = new ClaimRef(namespace, name.value());
    if (bindings.target(claim).isPresent()) {
      return Optional.of(known(claim, label(claim), name.span()));
    }
    VolumeMode mode = VolumeMode.of(mount.value().textOr("volumeMode", ""));
    return Optional.of(new Mounted(name, name.value(), false, mode, false, false));
  }

  /** The volume of this spec behind the claim, else the claim itself. */
  private String label(ClaimRef claim) {
    return volumeOf(claim).orElse(claim.name());
  }

  /** The name of the volume of this spec that is bound to the claim. */
  private Optional<String> volumeOf(ClaimRef claim) {
    Optional<Bindings.Target> target = bindings.target(claim);
    if (target.isEmpty() || target.get().volume().isEmpty()) {
      return Optional.empty();
    }
    VolumeDraft volume = target.get().volume().get();
    return isOfThisSpec(volume)
        ? Optional.of(volume.name().orElseThrow().value())
        : Optional.empty();
  }

  private boolean isOfThisSpec(VolumeDraft volume) {
    if (volume.name().isEmpty()) {
      return false;
    }
    Optional<VolumeDraft> own = spec.volume(volume.name().get().value());
    return own.isPresent() && own.get() == volume;
  }

  private Mounted known(ClaimRef claim, String label, Span span) {
    Bindings.Target target = bindings.target(claim).orElseThrow();
    Optional<Volume> volume = built.volume(target);
    Optional<Claim> declared = built.declared(target);
    List<AccessMode> modes = List.of();
    VolumeMode mode = VolumeMode.FILESYSTEM;
    if (declared.isPresent()) {
      modes = declared.get().accessModes().value();
      mode = declared.get().volumeMode().value();
    } else if (volume.isPresent()) {
      modes = volume.get().accessModes().value();
      mode = volume.get().volumeMode().value();
    }
    boolean readOnlySource = volume.isPresent() && volume.get().source().value().readOnly();
    boolean readMany = !modes.isEmpty() && Set.of(AccessMode.READ_ONLY_MANY).containsAll(modes);
    return new Mounted(
        new At<>(claim.name(), span),
        label,
        volumeOf(claim).isPresent(),
        mode,
        readOnlySource,
        readOnlySource || readMany);
  }

  private boolean sameNamespace(
      ClaimRef claim, At<String> name, At<String> workload, String namespace) {
    if (claim.namespace().equals(namespace)) {
      return true;
    }
    diagnostics.add(
        Code.WRONG_NAMESPACE,
        name.span(),
        "workload "
            + quote(workload.value())
            + " in namespace "
            + quote(namespace)
            + " can't mount the claim "
            + quote(claim.toString())
            + ": a pod mounts claims of its own namespace only",
        "put both into one namespace: the workload's, or that of reserve: {namespace: ...} or bindTo:"
            + " {name: ..., namespace: ...}");
    return false;
  }

  private void checkMode(MountDraft mount, Mounted found) {
    Optional<At<String>> written = mount.value().text("volumeMode");
    if (written.isPresent() && VolumeMode.of(written.get().value()) != found.mode()) {
      diagnostics.add(
          Code.VOLUME_MODE_MISMATCH,
          written.get().span(),
          "volumeMode is "
              + quote(written.get().value())
              + ", but the claim "
              + quote(found.claimName())
              + " is of mode "
              + quote(found.mode().toString()),
          "leave volumeMode out: it is known for claims of this call");
    }
  }

  private void checkName(MountDraft mount) {
    Optional<Span> name = mount.value().keySpan("name");
    if (name.isPresent()) {
      diagnostics.add(
          Code.MISPLACED_FIELD,
          name.get(),
          "name stands in a mount only beside each",
          "take it out");
    }
  }
}
