package dev.fairlead.csi;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.List;

/** The handle and the access modes of a Google Cloud disk. Its handle has its zone or region. */
final class PersistentDisk {
  private final Volume volume;
  private final CsiSource csi;
  private final Diagnostics diagnostics;

  PersistentDisk(Volume volume, CsiSource csi, Diagnostics diagnostics) {
    this.volume = volume;
    this.csi = csi;
    this.diagnostics = diagnostics;
  }

  String handle(String name) {
    return "projects/UNSPECIFIED/" + location() + "/disks/" + name;
  }

  /**
   * The zone or region in the handle. Kubernetes reads the beta label first, and never the node
   * affinity.
   */
  private String location() {
    List<String> zones = CsiTopology.zonesForHandle(volume);
    if (zones.isEmpty()) {
      csi.warn(
          Code.DISK_WITHOUT_ZONE,
          volume.source().span(),
          message(
              "the handle of volume {} has no zone: it works only where Kubernetes adds the zone at"
                  + " attach time",
              volume.name()),
          "label the volume with topology.kubernetes.io/zone, or write a csi source with the"
              + " complete handle");
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
