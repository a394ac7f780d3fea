package dev.fairlead.plan;

import dev.fairlead.csi.CsiTranslation;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is behind a volume, so that it is found again under another name. */
final class Backend {
  private final Map<String, Boolean> anyCase = new HashMap<>();

  /** The identity of the disk, the same for an in-tree source and its CSI driver. */
  String of(Volume volume) {
    VolumeSource own = volume.source().value();
    VolumeSource source =
        own.isCsi()
            ? own
            : CsiTranslation.translate(volume, Optional.empty(), new Diagnostics())
                .source()
                .value();
    Mapping fields = source.fields();
    return switch (source.type()) {
      case CSI -> csi(source.driver(), fields.text("volumeHandle").orElse(""));
      case NFS -> "nfs " + text(fields, "server") + " " + text(fields, "path");
      case ISCSI ->
          "iscsi " + text(fields, "targetPortal") + " " + text(fields, "iqn") + text(fields, "lun");
      // The same path on another node is another disk.
      case LOCAL, HOST_PATH ->
          source.type()
              + " "
              + text(fields, "path")
              + volume.nodeAffinity().map(Same::text).orElse("");
      default -> source.type() + " " + Same.text(fields);
    };
  }

  private static String text(Mapping fields, String key) {
    return fields.text(key).orElse("");
  }

  /** Some drivers ignore the case of their handles. */
  private String csi(String driver, String handle) {
    boolean ignored = anyCase.computeIfAbsent(driver, Backend::ignoresCase);
    return "csi " + driver + " " + (ignored ? handle.toLowerCase(Locale.ROOT) : handle);
  }

  private static boolean ignoresCase(String name) {
    Optional<Driver> driver = Drivers.of(name);
    return driver.isPresent()
        && driver.get().handle().isPresent()
        && driver.get().handle().get().anyCase();
  }

  /** The source in short: its handle, or its type if it has none. */
  static String shown(VolumeSource source) {
    String handle =
        source
            .type()
            .handleField()
            .flatMap(source.fields()::get)
            .map(Tree.class::cast)
            .map(Same::text)
            .orElse("");
    return source.type() + (handle.isEmpty() ? "" : " " + handle);
  }
}
