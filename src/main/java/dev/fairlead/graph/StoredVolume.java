package dev.fairlead.graph;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A volume as the picture needs it.
 *
 * @param claimUid the uid of the claim that it was bound to; empty if it is not known
 * @param phase empty in specs and manifests
 */
record StoredVolume(
    String name,
    Optional<ClaimRef> claim,
    String claimUid,
    String phase,
    List<String> details,
    Optional<Disk> disk,
    Span place) {

  static StoredVolume of(Volume volume) {
    return new StoredVolume(
        volume.name(),
        volume.claimRef().map(ref -> ref.value()),
        "",
        "",
        details(volume),
        Optional.of(Disk.of(volume)),
        volume.metadata().name().span());
  }

  static StoredVolume of(LiveVolume live) {
    return new StoredVolume(
        live.name(),
        live.claimRef().map(StoredVolume::inNamespace),
        live.claimUid(),
        live.phase(),
        live.model().map(StoredVolume::details).orElse(List.of()),
        live.model().map(Disk::of),
        live.place());
  }

  /** A claim without a namespace is in the one that kubectl takes. */
  private static ClaimRef inNamespace(ClaimRef ref) {
    return ref.namespace().isEmpty() ? new ClaimRef("default", ref.name()) : ref;
  }

  private static List<String> details(Volume volume) {
    List<String> details = new ArrayList<>();
    details.add(volume.capacity().value() + " · " + Words.modes(volume.accessModes().value()));
    String className = volume.storageClassName().value();
    details.add(className.isEmpty() ? "no storage class" : "storage class " + className);
    details.add("reclaim policy " + volume.reclaimPolicy().value());
    details.add("volume mode " + volume.volumeMode().value());
    if (!volume.mountOptions().isEmpty()) {
      details.add("mount options " + String.join(", ", volume.mountOptions()));
    }
    return details;
  }
}
