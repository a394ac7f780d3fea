package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveVolume;

/**
 * Volumes whose disk could not be deleted or wiped. Kubernetes tries again. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#phase">Phase</a>.
 */
final class FailedVolumes implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveVolume volume : dump.volumes()) {
      if (volume.phase().equals("Failed") && !volume.isTerminating()) {
        String reason = volume.status().stringOr("message", "");
        boolean kept = volume.reclaimPolicy().equals("Retain");
        findings.add(
            Code.VOLUME_FAILED,
            volume,
            message(
                "volume {} is Failed: its claim {} was deleted, and its disk could not be"
                    + " reclaimed{}",
                volume.name(),
                volume.claimRef().isPresent() ? volume.claimRef().get().toString() : "",
                plain(reason.isEmpty() ? "" : message(": {}", reason))),
            volume.claimUid().isEmpty()
                ? "see its events: " + Kubectl.describeVolumes(volume.name())
                : (kept ? "to use it again: " : "to keep the disk and use it again: ")
                    + Kubectl.release(volume));
      }
    }
  }
}
