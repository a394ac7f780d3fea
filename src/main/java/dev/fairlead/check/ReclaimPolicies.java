package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * A disk that existed before its volume should outlive it. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>.
 */
final class ReclaimPolicies implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      if (volume.reclaimPolicy().value() != ReclaimPolicy.RETAIN) {
        warn(volume, findings);
      }
    }
  }

  private static void warn(Volume volume, Findings findings) {
    String what =
        volume.reclaimPolicy().value() == ReclaimPolicy.DELETE
            ? "Delete: with the claim goes the volume, and with many drivers the disk and its data"
            : "Recycle, which wipes the disk and is deprecated";
    findings.warn(
        Code.DISK_NOT_RETAINED,
        List.of(volume),
        volume.reclaimPolicy().span(),
        "volume " + quote(volume.name()) + " has the reclaim policy " + what,
        findings.hint(
            "leave reclaimPolicy out: Retain keeps the disk",
            "write persistentVolumeReclaimPolicy: Retain, which keeps the disk"));
  }
}
