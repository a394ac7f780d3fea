package dev.fairlead.plan;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Optional;

/**
 * Blocks volumes that would end Released under a reclaim policy other than Retain: the cluster
 * deletes their disks at once. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#delete">Delete</a>.
 */
final class DiskGuard {
  private final Decisions decisions;

  DiskGuard(Decisions decisions) {
    this.decisions = decisions;
  }

  void decide() {
    for (VolumeDecision decision : List.copyOf(decisions.volumes.values())) {
      Volume want = decision.want();
      boolean deletes = want.reclaimPolicy().value() != ReclaimPolicy.RETAIN;
      if (deletes && decision.live().isPresent() && endsReleased(want, decision.live().get())) {
        decisions.volumes.put(
            want.name(),
            VolumeDecision.blocked(
                want,
                message(
                    "no claim would hold it any more, and with the reclaim policy {} the cluster"
                        + " would delete its disk at once: write reserve, or reclaimPolicy: Retain",
                    want.reclaimPolicy().value().toString())));
      }
    }
  }

  private boolean endsReleased(Volume want, LiveVolume live) {
    if (want.claimRef().isPresent() || live.claimUid().isEmpty()) {
      return false;
    }
    Optional<LiveClaim> holder = decisions.live.holder(live);
    return holder.isEmpty()
        || holder.get().isTerminating()
        || decisions.goneClaims.containsKey(holder.get().ref());
  }
}
