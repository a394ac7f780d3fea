package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.List;

/**
 * A ReadWriteOnce claim of a workload with several pods, whose volume is not known: mostly a disk
 * that a class makes, which is attached to one node. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class SharedClaims extends Rule {
  /** With more volumes than this, comparing each of them takes too long. */
  private static final int MAX_VOLUMES = 1000;

  private static final List<AccessMode> ONCE = List.of(AccessMode.READ_WRITE_ONCE);

  @Override
  void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      String many = Sharing.severalPods(workload);
      if (!many.isEmpty()) {
        check(plan, workload, many, findings);
      }
    }
  }

  private static void check(Plan plan, Workload workload, String many, Findings findings) {
    ClaimedVolumes volumes = new ClaimedVolumes(plan);
    for (Mapping volume : Pod.of(workload).claimVolumes()) {
      Mapping source = volume.mapping("persistentVolumeClaim");
      String name = source.stringOr("claimName", "");
      Claim claim = plan.claim(new ClaimRef(workload.namespace(), name));
      boolean isOnce =
          claim != null
              && claim.accessModes().value().equals(ONCE)
              && volumes.of(claim.ref()) == null;
      if (isOnce && !mayBeGiven(claim, plan)) {
        findings.warn(
            Code.ONCE_SHARED,
            List.of(workload, claim),
            source.spanOf("claimName"),
            message(
                "{} {} mounts the ReadWriteOnce claim {} but {}: pods on a second node could not"
                    + " attach a disk",
                workload.kind(),
                workload.name(),
                name,
                plain(many)),
            "run one pod, or ask for ReadWriteMany of a class of file shares");
      }
    }
  }

  /** Whether a volume of this plan fits the claim; it may be a share. */
  private static boolean mayBeGiven(Claim claim, Plan plan) {
    if (plan.volumes().size() > MAX_VOLUMES) {
      return true;
    }
    for (Volume volume : plan.volumes()) {
      if (Candidate.of(claim, volume).fits()) {
        return true;
      }
    }
    return false;
  }
}
