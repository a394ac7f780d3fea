package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Tree;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.VolumeSource;
import java.util.Set;

/**
 * Defaults of the three cloud disks, written out. {@code kind} above all: the API server's own
 * default, Shared, refuses managed disks.
 */
final class SourceDefaults {
  private static final Set<String> CLOUD_DISKS =
      Set.of("awsElasticBlockStore", "azureDisk", "gcePersistentDisk");

  private SourceDefaults() {}

  static VolumeSource complete(VolumeSource source, VolumeMode mode, Span span) {
    if (!CLOUD_DISKS.contains(source.type())) {
      return source;
    }
    Tree.Mapping fields = source.fields().withDefault("readOnly", Tree.Scalar.bool(false, span));
    if (mode == VolumeMode.FILESYSTEM) {
      fields = fields.withDefault("fsType", Trees.text("ext4", span));
    }
    if (source.type().equals("azureDisk")) {
      fields =
          fields
              .withDefault("cachingMode", Trees.text("None", span))
              .withDefault("kind", Trees.text("Managed", span));
    }
    return new VolumeSource(source.type(), fields);
  }
}
