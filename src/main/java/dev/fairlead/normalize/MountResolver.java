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
    Optional<Mounted> mounted =
        mount
            .word()
            .map(word -> byWord(word, workload, namespace))
            .or(() -> mount.volume().map(name -> byVolume(name, workload, namespace)))
            .or(() -> mount.claim().map(name -> byClaim(name, mount, namespace)))
            .orElse(Optional.empty());
    mounted.ifPresent(found -> checkMode(mount, found));
    mounted
        .flatMap(found -> mount.value().keySpan("name"))
        .ifPresent(
            span ->
                diagnostics.add(
                    Code.MISPLACED_FIELD,
                    span,
                    "name stands in a mount only beside each",
                    "take it out"));
    return mounted;
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
    return bindings
        .of(volume)
        .filter(binding -> claim.ref().filter(binding.claim().value()::equals).isPresent())
        .isPresent();
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
    Optional<ClaimRef> claim = bindings.of(volume).map(binding -> binding.claim().value());
    if (claim.isEmpty() || !sameNamespace(claim.get(), name, workload, namespace)) {
      return Optional.empty();
    }
    return Optional.of(known(claim.get(), name.value(), name.span()));
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
    VolumeMode mode =
        mount
            .value()
            .text("volumeMode")
            .map(m -> VolumeMode.of(m.value()))
            .orElse(VolumeMode.FILESYSTEM);
    return Optional.of(new Mounted(name, name.value(), false, mode, false, false));
  }

  /** The volume of this spec behind the claim, else the claim itself. */
  private String label(ClaimRef claim) {
    return volumeOf(claim).orElse(claim.name());
  }

  /** The name of the volume of this spec that is bound to the claim. */
  private Optional<String> volumeOf(ClaimRef claim) {
    return bindings
        .target(claim)
        .flatMap(Bindings.Target::volume)
        .filter(this::isOfThisSpec)
        .flatMap(VolumeDraft::name)
        .map(At::value);
  }

  private boolean isOfThisSpec(VolumeDraft volume) {
    return volume
        .name()
        .flatMap(name -> spec.volume(name.value()))
        .filter(own -> own == volume)
        .isPresent();
  }

  private Mounted known(ClaimRef claim, String label, Span span) {
    Bindings.Target target = bindings.target(claim).orElseThrow();
    Optional<Volume> volume = target.volume().map(built.volumes()::get);
    Optional<Claim> declared = target.declared().map(built.claims()::get);
    boolean readOnlySource = volume.map(v -> v.source().value().readOnly()).orElse(false);
    List<AccessMode> modes =
        declared
            .map(c -> c.accessModes().value())
            .or(() -> volume.map(v -> v.accessModes().value()))
            .orElse(List.of());
    VolumeMode mode =
        declared
            .map(c -> c.volumeMode().value())
            .or(() -> volume.map(v -> v.volumeMode().value()))
            .orElse(VolumeMode.FILESYSTEM);
    boolean readMany =
        !modes.isEmpty() && modes.stream().allMatch(AccessMode.READ_ONLY_MANY::equals);
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
    mount
        .value()
        .text("volumeMode")
        .filter(written -> VolumeMode.of(written.value()) != found.mode())
        .ifPresent(
            written ->
                diagnostics.add(
                    Code.VOLUME_MODE_MISMATCH,
                    written.span(),
                    "volumeMode is "
                        + quote(written.value())
                        + ", but the claim "
                        + quote(found.claimName())
                        + " is of mode "
                        + quote(found.mode().toString()),
                    "leave volumeMode out: it is known for claims of this call"));
  }
}
