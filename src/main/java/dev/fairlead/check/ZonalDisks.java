package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Disks that exist in one zone. A pod in another zone can't attach them, and the scheduler knows
 * only the node affinity of the volume. See <a
 * href="https://kubernetes.io/docs/setup/best-practices/multiple-zones/#storage-access-for-zones">Storage
 * access for zones</a>.
 */
final class ZonalDisks extends Rule {
  private static final Set<String> ZONE_KEYS =
      Set.of(
          "topology.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/zone",
          "topology.ebs.csi.aws.com/zone",
          "topology.gke.io/zone");

  @Override
  void checkVolume(Volume volume, Findings findings) {
    if (isZonal(volume.source().value())) {
      noZone(volume, findings);
      severalZones(volume, findings);
    }
  }

  private static boolean isZonal(VolumeSource source) {
    return switch (source.type()) {
      case AWS_ELASTIC_BLOCK_STORE, GCE_PERSISTENT_DISK -> true;
      case CSI ->
          source.driver().equals("ebs.csi.aws.com")
              || (source.driver().equals("pd.csi.storage.gke.io")
                  && source.fields().text("volumeHandle").orElse("").contains("/zones/"));
      default -> false;
    };
  }

  private static void noZone(Volume volume, Findings findings) {
    if (volume.nodeAffinity().isEmpty()
        && Collections.disjoint(volume.metadata().labels().keys(), ZONE_KEYS)) {
      findings.warn(
          Code.DISK_WITHOUT_ZONE,
          List.of(volume),
          volume.source().span(),
          message(
              "volume {} does not name the zone of its disk: a pod in another zone could not attach"
                  + " it",
              volume.name()),
          findings.nodesHint("topology.kubernetes.io/zone", "<zone>"));
    }
  }

  private static void severalZones(Volume volume, Findings findings) {
    // A GCE disk may be regional, with two zones.
    if (volume.source().value().type() == SourceType.GCE_PERSISTENT_DISK) {
      return;
    }
    for (Mapping expression : volume.nodeExpressions()) {
      String key = expression.text("key").orElse("");
      int zones = expression.list("values").size();
      if (ZONE_KEYS.contains(key) && zones > 1) {
        findings.warn(
            Code.SEVERAL_ZONES,
            List.of(volume),
            expression.spanOf("values"),
            message(
                "the disk of volume {} is in one zone, but {} lists {} zones",
                volume.name(),
                key,
                zones),
            "name the zone that the disk is in");
      }
    }
  }
}
