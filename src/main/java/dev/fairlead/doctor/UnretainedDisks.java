package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import java.util.Optional;

/**
 * Volumes that somebody has written, for a disk that was there before, and that goes with its
 * claim. A disk that a provisioner made is its own matter. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>.
 */
final class UnretainedDisks implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveVolume volume : dump.volumes()) {
      // The findings about the other phases say it, too.
      boolean inUse = !volume.phase().equals("Released") && !volume.phase().equals("Failed");
      String policy = volume.reclaimPolicy();
      if (inUse
          && !policy.equals("Retain")
          && !volume.isTerminating()
          && !isClaimTerminating(volume, dump)
          && !volume.isProvisioned()) {
        findings.add(
            Code.DISK_NOT_RETAINED,
            volume,
            message(
                "volume {} was not made by a provisioner, and its reclaim policy is {}: deleting"
                    + " its claim {} the disk",
                volume.name(),
                plain(policy),
                plain(policy.equals("Recycle") ? "wipes" : "deletes the volume, and often")),
            "to keep the disk: " + Kubectl.retain(volume.name()));
      }
    }
  }

  /** The finding about the claim says it, too. */
  private static boolean isClaimTerminating(LiveVolume volume, Dump dump) {
    Optional<ClaimRef> ref = volume.claimRef();
    Optional<LiveClaim> claim = ref.isPresent() ? dump.claim(ref.get()) : Optional.empty();
    return claim.isPresent() && claim.get().isTerminating();
  }
}
