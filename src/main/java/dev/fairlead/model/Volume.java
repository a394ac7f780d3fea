package dev.fairlead.model;

import java.util.List;
import java.util.Optional;

/**
 * A PersistentVolume, complete. {@code claimRef} is the claim it is bound to, and {@code
 * reservation} that claim where fairlead makes it for the volume. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/">PersistentVolume</a>.
 */
public record Volume(
    Metadata metadata,
    At<Quantity> capacity,
    At<List<AccessMode>> accessModes,
    At<String> storageClassName,
    At<ReclaimPolicy> reclaimPolicy,
    At<VolumeMode> volumeMode,
    List<String> mountOptions,
    Optional<Tree.Mapping> nodeAffinity,
    At<VolumeSource> source,
    Optional<At<String>> volumeAttributesClassName,
    Optional<At<ClaimRef>> claimRef,
    Optional<Claim> reservation,
    List<Ignore> ignore)
    implements Resource {

  /** The same volume with the claim that is made for it. */
  public Volume withReservation(Claim claim) {
    return new Volume(
        metadata,
        capacity,
        accessModes,
        storageClassName,
        reclaimPolicy,
        volumeMode,
        mountOptions,
        nodeAffinity,
        source,
        volumeAttributesClassName,
        claimRef,
        Optional.of(claim),
        ignore);
  }
}
