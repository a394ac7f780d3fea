package dev.fairlead.model;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * A complete PersistentVolumeClaim. An absent {@code storageClassName} means the cluster's default
 * class, an empty one means no class. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/">PersistentVolumeClaim</a>.
 */
public record Claim(
    Metadata metadata,
    Located<Quantity> request,
    Located<List<AccessMode>> accessModes,
    Optional<Located<String>> storageClassName,
    Located<VolumeMode> volumeMode,
    Optional<Located<String>> volumeAttributesClassName,
    Optional<Located<String>> volumeName,
    Optional<Mapping> selector,
    Optional<Mapping> dataSource,
    Optional<Mapping> dataSourceRef,
    Recorded recorded,
    List<Ignore> ignore)
    implements Resource {

  @Override
  public Kind kind() {
    return StorageKind.PERSISTENT_VOLUME_CLAIM;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.claim(this);
  }

  /** The reference by which a volume names this claim. */
  public ClaimRef ref() {
    return new ClaimRef(namespace(), name());
  }
}
