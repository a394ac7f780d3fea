package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.binder.Relation;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import java.util.Optional;

/**
 * Bound claims whose volume is another's, and volumes whose claim has settled on another one. See
 * <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
final class MisboundClaims implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveClaim claim : dump.claims()) {
      Optional<LiveVolume> volume = dump.volume(claim.volumeName());
      if (claim.isBound() && volume.isPresent()) {
        claim(claim, volume.get(), findings);
      }
    }
    for (LiveVolume volume : dump.volumes()) {
      Optional<ClaimRef> ref = volume.claimRef();
      Optional<LiveClaim> claim = ref.isPresent() ? dump.claim(ref.get()) : Optional.empty();
      if (claim.isPresent() && claim.get().isBound()) {
        volume(volume, claim.get(), dump, findings);
      }
    }
  }

  private static void claim(LiveClaim claim, LiveVolume volume, Findings findings) {
    Relation relation = Relation.of(claim, volume);
    if (relation == Relation.TAKEN || relation == Relation.EARLIER) {
      findings.explain(volume);
      findings.add(
          Code.BOUND_ELSEWHERE,
          claim,
          message(
              relation == Relation.TAKEN
                  ? "claim {} is bound to volume {}, which belongs to claim {}"
                  : "claim {} is bound to volume {}, which belongs to an earlier claim {}, by its"
                      + " uid",
              claim.ref().toString(),
              volume.name(),
              volume.claimRef().get().toString()),
          "see both, and stop the pods of the wrong one: "
              + Kubectl.describeVolumes(volume.name())
              + "; "
              + Kubectl.describe("pvc", claim.ref()),
          volume,
          "the volume");
    }
  }

  private static void volume(LiveVolume volume, LiveClaim claim, Dump dump, Findings findings) {
    String other = claim.volumeName();
    // A Released volume has its own finding.
    boolean waits = !volume.phase().equals("Released") && !volume.phase().equals("Failed");
    if (!waits || volume.isTerminating() || Relation.of(claim, volume) != Relation.ELSEWHERE) {
      return;
    }
    findings.explain(volume);
    Optional<LiveVolume> taken = dump.volume(other);
    boolean kept = taken.isPresent() && taken.get().reclaimPolicy().equals("Retain");
    findings.add(
        Code.BOUND_ELSEWHERE,
        volume,
        message(
            "volume {} is reserved for claim {}, which is bound to volume {}",
            volume.name(),
            claim.ref().toString(),
            other),
        message(
            "see which of them has the data: {}",
            plain(
                (kept || taken.isEmpty() ? "" : Kubectl.retain(other) + " && ")
                    + Kubectl.describeVolumes(volume.name(), other))),
        claim,
        "the claim");
  }
}
