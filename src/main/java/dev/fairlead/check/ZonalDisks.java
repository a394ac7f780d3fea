package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Disks that are in one zone: a pod elsewhere can't attach them, and the scheduler only knows what
 * the volume says. See <a
 * href="https://kubernetes.io/docs/setup/best-practices/multiple-zones/#storage-access-for-zones">Storage
 * access for zones</a>.
 */
final class ZonalDisks implements Rule {
  private static final Set<String> ZONE_KEYS =
      Set.of(
          "topology.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/zone",
          "topology.ebs.csi.aws.com/zone",
          "topology.gke.io/zone");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      if (isZonal(volume)) {
        noZone(volume, findings);
        severalZones(volume, findings);
      }
    }
  }

  private static void noZone(Volume volume, Findings findings) {
    if (volume.nodeAffinity().isEmpty()
        && Collections.disjoint(volume.metadata().labels().keySet(), ZONE_KEYS)) {
      findings.warn(
          Code.DISK_WITHOUT_ZONE,
          List.of(volume),
          volume.source().span(),
          "volume "
              + quote(volume.name())
              + " does not say in which zone its disk is: a pod in another zone could not attach it",
          findings.nodesHint("topology.kubernetes.io/zone", "<zone>"));
    }
  }

  private static boolean isZonal(Volume volume) {
    VolumeSource source = volume.source().value();
    String driver = source.fields().text("driver").orElse("");
    String handle = source.fields().text("volumeHandle").orElse("");
    return switch (source.type()) {
      case "awsElasticBlockStore", "gcePersistentDisk" -> true;
      case "csi" ->
          driver.equals("ebs.csi.aws.com")
              || (driver.equals("pd.csi.storage.gke.io") && handle.contains("/zones/"));
      default -> false;
    };
  }

  private static void severalZones(Volume volume, Findings findings) {
    if (volume.source().value().type().equals("gcePersistentDisk")) {
      return;
    }
    for (Tree.Mapping expression : volume.nodeExpressions()) {
      String key = expression.text("key").orElse("");
      int zones = expression.list("values").size();
      if (ZONE_KEYS.contains(key) && zones > 1) {
        findings.warn(
            Code.SEVERAL_ZONES,
            List.of(volume),
            expression.spanOf("values"),
            "volume "
                + quote(volume.name())
                + " is a disk of one zone, but "
                + quote(key)
                + " names "
                + zones,
            "name the zone that the disk is in");
      }
    }
  }
}
