package dev.fairlead.csi;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.List;
import java.util.Optional;

/** The handle and the access modes of a Google Cloud disk. Its handle has its zone or region. */
final class PersistentDisk {
  private final Volume volume;
  private final Optional<String> project;
  private final CsiSource csi;
  private final Diagnostics diagnostics;

  PersistentDisk(Volume volume, Optional<String> project, CsiSource csi, Diagnostics diagnostics) {
    this.volume = volume;
    this.project = project;
    this.csi = csi;
    this.diagnostics = diagnostics;
  }

  String handle(String name) {
    return "projects/" + project.orElse("UNSPECIFIED") + "/" + location() + "/disks/" + name;
  }

  /**
   * The zone or region in the handle. Kubernetes reads the beta label first, and never the node
   * affinity. A handle that names its project is no longer that of Kubernetes, and takes the zone
   * from there, too.
   */
  private String location() {
    List<String> zones = CsiTopology.zonesForHandle(volume);
    List<String> ofNodes = CsiTopology.zonesOfNodes(volume);
    if (zones.isEmpty() && project.isPresent()) {
      zones = ofNodes;
    }
    if (zones.isEmpty()) {
      // Without any node affinity, another warning asks for the zone.
      if (volume.nodeAffinity().isPresent()) {
        csi.warn(
            Code.DISK_WITHOUT_ZONE,
            volume.source().span(),
            message(
                "the handle of volume {} has no zone: the driver looks for the disk in all zones of"
                    + " its own region and project",
                volume.name()),
            ofNodes.isEmpty()
                ? "write topology: {topology.kubernetes.io/zone: <zone>}"
                : "write csiMigration: {project: <project>}: the handle then gets the zone, too");
      }
      return "zones/UNSPECIFIED";
    }
    if (zones.size() == 1) {
      return "zones/" + zones.get(0);
    }
    List<String> regions =
        zones.stream().map(zone -> zone.replaceFirst("-[^-]*$", "")).distinct().toList();
    if (regions.size() > 1) {
      csi.fail("pdName", "is a disk in zones of several regions: " + String.join(", ", zones));
    }
    return "regions/" + regions.get(0);
  }

  /** The translated access modes. The translation knows only ReadOnlyMany and ReadWriteOnce. */
  Located<List<AccessMode>> accessModes() {
    Located<List<AccessMode>> written = volume.accessModes();
    List<AccessMode> modes = written.value();
    if (modes.contains(AccessMode.READ_WRITE_ONCE_POD)) {
      diagnostics.add(
          Code.CSI_TRANSLATION,
          written.span(),
          message(
              "volume {} is ReadWriteOncePod, which the translation of gcePersistentDisk turns into"
                  + " ReadWriteOnce",
              volume.name()),
          "write a csi source instead");
      return written;
    }
    List<AccessMode> oneWriter = List.of(AccessMode.READ_WRITE_ONCE);
    boolean readOnly = modes.stream().allMatch(AccessMode.READ_ONLY_MANY::equals);
    if (readOnly || modes.equals(oneWriter)) {
      return written;
    }
    csi.warn(
        Code.ACCESS_MODES_REWRITTEN,
        written.span(),
        message(
            "volume {} has the access modes [{}], which the translation of gcePersistentDisk turns"
                + " into ReadWriteOnce",
            volume.name(),
            modes),
        "write accessModes: [ReadWriteOnce], or a csi source");
    return new Located<>(oneWriter, written.span());
  }
}
