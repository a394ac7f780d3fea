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
 * Volumes whose claim was deleted. The uid of that claim keeps the next one of the same name away.
 * See <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#retain">Retain</a>.
 */
final class ReleasedVolumes implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveVolume volume : dump.volumes()) {
      Optional<ClaimRef> ref = volume.claimRef();
      if (ref.isPresent()
          && volume.phase().equals("Released")
          && !volume.isTerminating()
          && !findings.isExplained(volume)) {
        examine(volume, ref.get(), dump.claim(ref.get()), findings);
      }
    }
  }

  private static void examine(
      LiveVolume volume, ClaimRef ref, Optional<LiveClaim> claim, Findings findings) {
    boolean settled =
        claim.isPresent()
            && !claim.get().volumeName().isEmpty()
            && !claim.get().volumeName().equals(volume.name());
    String now =
        settled
            ? message(", and the claim of this name has volume {}", claim.get().volumeName())
            : claim.isPresent() ? ", and the claim of this name is another one" : "";
    String policy = volume.reclaimPolicy();
    String doomed =
        switch (policy) {
          case "Delete" -> "; its policy is Delete, so its disk is to be deleted";
          case "Recycle" -> "; its policy is Recycle, so its disk is to be wiped";
          default -> "";
        };
    findings.add(
        Code.VOLUME_RELEASED,
        volume,
        message(
            "volume {} is Released: its claim {} with uid {} was deleted{}{}",
            volume.name(),
            ref.toString(),
            volume.claimUid(),
            plain(now),
            plain(doomed)),
        hint(volume, ref, settled));
  }

  private static String hint(LiveVolume volume, ClaimRef ref, boolean settled) {
    if (volume.claimUid().isEmpty()) {
      return "see its events: " + Kubectl.describeVolumes(volume.name());
    }
    return settled
        ? message(
            "see which of them has the data: {}", plain(Kubectl.describeVolumes(volume.name())))
        : message(
            "to give it to the next claim {}: {}", ref.toString(), plain(Kubectl.release(volume)));
  }
}
