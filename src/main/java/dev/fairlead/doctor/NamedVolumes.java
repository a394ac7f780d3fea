package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.binder.Fit;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import java.util.List;
import java.util.Optional;

/** Pending claims that name their volume: it is not there, taken, or doesn't fit. */
record NamedVolumes(Dump dump, Binder binder, Ages ages, Findings findings) {
  void examine(LiveClaim claim) {
    Optional<LiveVolume> volume = dump.volume(claim.volumeName());
    if (volume.isEmpty()) {
      if (dump.knows(LiveKind.PERSISTENT_VOLUME)) {
        notFound(claim);
      }
      return;
    }
    Fit fit = binder.compare(claim, volume.get());
    if (fit.binds()) {
      if (ages.isOld(claim)) {
        findings.add(
            Code.CLAIM_WAITS,
            claim,
            message(
                "claim {} is Pending, but volume {} fits: the controller manager has not bound"
                    + " them",
                claim.ref().toString(),
                claim.volumeName()),
            "see its events: " + Kubectl.describe("pvc", claim.ref()));
      }
      return;
    }
    findings.explain(volume.get());
    switch (fit.relation()) {
      case TAKEN -> taken(fit);
      case STRANGERS, RESERVED, NAMED, MUTUAL, SETTLED, EARLIER, LOST, ELSEWHERE, INCOMPLETE ->
          findings.add(
              Code.CLAIM_PENDING,
              claim,
              message(
                  "claim {} is Pending: its volume {} {}",
                  claim.ref().toString(),
                  claim.volumeName(),
                  plain(fit.words())),
              new Remedy(fit, dump).words(),
              volume.get(),
              "the volume");
    }
  }

  private void notFound(LiveClaim claim) {
    List<String> names = dump.volumes().stream().map(LiveVolume::name).toList();
    List<LiveVolume> reserved = binder.volumesFor(claim.ref());
    String again = Kubectl.deletePending(claim.ref());
    findings.add(
        Code.VOLUME_NOT_FOUND,
        claim,
        message(
            "claim {} is Pending: it names volume {}, which is not in the cluster{}",
            claim.ref().toString(),
            claim.volumeName(),
            plain(
                reserved.isEmpty()
                    ? Nearest.question(claim.volumeName(), names)
                    : message("; volume {} is reserved for it", reserved.get(0).name()))),
        "create this volume; or delete the claim and create it with the right volumeName: "
            + again);
    if (!reserved.isEmpty()) {
      findings.explain(reserved.get(0));
    }
  }

  private void taken(Fit fit) {
    LiveClaim claim = fit.claim();
    String owner = fit.volume().claimRef().get().toString();
    findings.add(
        Code.VOLUME_TAKEN,
        claim,
        message(
            "claim {} is Pending: it names volume {}, which belongs to claim {}",
            claim.ref().toString(),
            claim.volumeName(),
            owner),
        "delete the claim and create it with another volumeName: "
            + Kubectl.deletePending(claim.ref()),
        fit.volume(),
        "the volume");
  }
}
