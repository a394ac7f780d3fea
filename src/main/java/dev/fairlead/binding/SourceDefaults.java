package dev.fairlead.binding;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.Set;

/**
 * Writes out the defaults of the three cloud disks. The important one is {@code kind}: with the API
 * server's own default, Shared, managed disks are rejected.
 */
final class SourceDefaults {
  private static final Set<SourceType> CLOUD_DISKS =
      Set.of(
          SourceType.AWS_ELASTIC_BLOCK_STORE,
          SourceType.AZURE_DISK,
          SourceType.GCE_PERSISTENT_DISK);

  private SourceDefaults() {}

  static VolumeSource complete(VolumeSource source, VolumeMode mode, Span span) {
    if (!CLOUD_DISKS.contains(source.type())) {
      return source;
    }
    Mapping fields = source.fields().withDefault("readOnly", Scalar.bool(false, span));
    if (mode == VolumeMode.FILESYSTEM) {
      fields = fields.withDefault("fsType", Scalar.string("ext4", span));
    }
    if (source.type() == SourceType.AZURE_DISK) {
      fields =
          fields
              .withDefault("cachingMode", Scalar.string("None", span))
              .withDefault("kind", Scalar.string("Managed", span));
    }
    return new VolumeSource(source.type(), fields);
  }
}
