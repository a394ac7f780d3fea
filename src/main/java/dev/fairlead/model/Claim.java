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

  /** Whether it asks for more than the volume has. */
  public boolean exceeds(Volume volume) {
    return request.value().compareTo(volume.capacity().value()) > 0;
  }

  /** The first access mode that it asks for and the volume lacks. */
  public Optional<AccessMode> missingMode(Volume volume) {
    for (AccessMode mode : accessModes.value()) {
      if (!volume.accessModes().value().contains(mode)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** Whether both are file systems, or both raw devices. */
  public boolean hasVolumeModeOf(Volume volume) {
    return volumeMode.value() == volume.volumeMode().value();
  }

  /** Whether its selector, if it has one, meets the labels of the volume. */
  public boolean selects(Volume volume) {
    return selector.isEmpty()
        || new LabelSelector(selector.get()).matches(volume.metadata().labels());
  }

  /** Whether both have the same attributes class. An empty name is none. */
  public boolean hasAttributesClassOf(Volume volume) {
    return textOf(volumeAttributesClassName).equals(textOf(volume.volumeAttributesClassName()));
  }

  /** Whether both have the same class. For the binder, an absent one is the same as none. */
  public boolean hasClassOf(Volume volume) {
    return textOf(storageClassName).equals(volume.storageClassName().value());
  }

  private static String textOf(Optional<Located<String>> name) {
    return name.isPresent() ? name.get().value() : "";
  }
}
