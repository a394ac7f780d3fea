package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * A disk that existed before its volume should also exist after it. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>.
 */
final class ReclaimPolicies extends Rule {
  private static final String PROVISIONED = "pv.kubernetes.io/provisioned-by";

  /** Whether a cluster made the disk for a claim, as in a dump of it. */
  private static boolean wasMadeForItsClaim(Volume volume) {
    return volume.recorded().bound() && volume.metadata().annotations().has(PROVISIONED);
  }

  @Override
  void checkVolume(Volume volume, Findings findings) {
    ReclaimPolicy policy = volume.reclaimPolicy().value();
    if (policy == ReclaimPolicy.RETAIN || wasMadeForItsClaim(volume)) {
      return;
    }
    String consequence =
        policy == ReclaimPolicy.DELETE
            ? ": deleting the claim deletes the volume, and with many drivers the disk and its data"
            : ", which wipes the disk and is deprecated";
    findings.warn(
        Code.DISK_NOT_RETAINED,
        List.of(volume),
        volume.reclaimPolicy().span(),
        message("volume {} has the reclaim policy {}{}", volume.name(), policy, plain(consequence)),
        findings.hint(
            "leave reclaimPolicy out: Retain keeps the disk",
            "write persistentVolumeReclaimPolicy: Retain, which keeps the disk"));
  }
}
