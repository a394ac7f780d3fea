package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.binder.Fit;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import java.util.Optional;

/**
 * Claims that have been bound and whose volume is gone or denies it. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/">PersistentVolumeClaim</a>.
 */
final class LostClaims implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveClaim claim : dump.claims()) {
      boolean lost = claim.phase().equals("Lost") || (claim.isPending() && claim.saysBound());
      if (lost && !claim.isTerminating()) {
        Optional<LiveVolume> volume = dump.volume(claim.volumeName());
        if (volume.isPresent()) {
          denied(binder.compare(claim, volume.get()), findings);
        } else if (claim.volumeName().isEmpty()) {
          nameless(claim, binder, findings);
        } else {
          gone(claim, dump, findings);
        }
      }
    }
  }

  /** A claim may get a volumeName once. */
  private static void nameless(LiveClaim claim, Binder binder, Findings findings) {
    String hint = "see its events: " + Kubectl.describe("pvc", claim.ref());
    for (LiveVolume volume : binder.volumesFor(claim.ref())) {
      if (!claim.uid().isEmpty() && volume.claimUid().equals(claim.uid())) {
        hint =
            message("volume {} is its own: {}", volume.name(), plain(Kubectl.name(claim, volume)));
      }
    }
    add(claim, "it was bound, but names no volume", hint, findings);
  }

  private static void gone(LiveClaim claim, Dump dump, Findings findings) {
    boolean known = dump.knows(LiveKind.PERSISTENT_VOLUME);
    add(
        claim,
        message(
            known ? "its volume {} is not in the cluster" : "its volume {} is gone or another's",
            claim.volumeName()),
        known
            ? message(
                "create volume {} for the same disk again, with claimRef: {namespace: {}, name: {},"
                    + " uid: {}}; the claim is then Bound again",
                claim.volumeName(),
                plain(claim.ref().namespace()),
                plain(claim.name()),
                plain(claim.uid()))
            : FullDump.HINT,
        findings);
  }

  private static void denied(Fit fit, Findings findings) {
    LiveClaim claim = fit.claim();
    LiveVolume volume = fit.volume();
    if (fit.binds()) {
      return;
    }
    findings.explain(volume);
    String forget = Kubectl.unbind(claim);
    add(
        claim,
        message("its volume {} {}", volume.name(), plain(fit.words())),
        switch (fit.relation()) {
          case EARLIER ->
              "to give the volume to this claim: " + Kubectl.release(volume) + " && " + forget;
          case LOST -> "let the binder look again: " + forget;
          case STRANGERS, RESERVED, NAMED, MUTUAL, SETTLED, ELSEWHERE, INCOMPLETE, TAKEN ->
              "see whose volume it is: " + Kubectl.describeVolumes(volume.name());
        },
        findings);
  }

  private static void add(LiveClaim claim, String why, String hint, Findings findings) {
    findings.add(
        Code.CLAIM_LOST,
        claim,
        message("claim {} is Lost: {}", claim.ref().toString(), plain(why)),
        hint);
  }
}
