package dev.fairlead.model;

import java.util.List;
import java.util.Optional;

/**
 * A PersistentVolumeClaim, complete. An absent {@code storageClassName} stands for the cluster's
 * default class, an empty one for none. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/">PersistentVolumeClaim</a>.
 */
public record Claim(
    Metadata metadata,
    At<Quantity> request,
    At<List<AccessMode>> accessModes,
    Optional<At<String>> storageClassName,
    At<VolumeMode> volumeMode,
    Optional<At<String>> volumeAttributesClassName,
    Optional<At<String>> volumeName,
    Optional<Tree.Mapping> selector,
    Optional<Tree.Mapping> dataSource,
    Optional<Tree.Mapping> dataSourceRef,
    List<Ignore> ignore)
    implements Resource {

  /** The claim as far as others look at it, with the modes of its volume. */
  Claim outline(At<List<AccessMode>> modes, At<VolumeMode> mode) {
    return new Claim(
        metadata.outline(),
        request,
        modes,
        storageClassName,
        mode,
        volumeAttributesClassName,
        volumeName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ignore);
  }

  /** How a volume refers to this claim. */
  public ClaimRef ref() {
    return new ClaimRef(namespace(), name());
  }
}
