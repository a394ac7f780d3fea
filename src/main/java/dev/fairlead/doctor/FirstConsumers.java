package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveCondition;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import java.util.Locale;
import java.util.Optional;

/**
 * Pending claims of a class that waits for the first pod. See <a
 * href="https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode">Volume
 * binding mode</a>.
 */
record FirstConsumers(Dump dump, Ages ages, Findings findings) {
  void examine(LiveClaim claim) {
    Optional<LiveWorkload> pod = firstPod(claim.ref());
    if (pod.isPresent()) {
      waitsForNode(claim, pod.get());
    } else if (dump.knows(LiveKind.POD, claim.ref().namespace())) {
      waitsForPod(claim);
    } else {
      findings.add(
          Code.CLAIM_WAITS,
          claim,
          message(
              "claim {} is Pending: its class {} waits for the first pod that mounts the claim, and"
                  + " the dump has no pods",
              claim.ref().toString(),
              claim.className().orElse("")),
          FullDump.HINT);
    }
  }

  private Optional<LiveWorkload> firstPod(ClaimRef claim) {
    for (LiveWorkload pod : dump.pods(claim)) {
      if (!pod.isFinished() && !pod.isTerminating()) {
        return Optional.of(pod);
      }
    }
    return Optional.empty();
  }

  private void waitsForPod(LiveClaim claim) {
    ClaimRef ref = claim.ref();
    String hint = "start a pod that mounts it";
    for (LiveWorkload user : dump.users(ref)) {
      if (!user.isPod()) {
        hint +=
            message(
                "; {} {} would: {}",
                user.kind(),
                user.name(),
                plain(Kubectl.describe(user.kindName().toLowerCase(Locale.ROOT), user)));
        break;
      }
    }
    findings.add(
        Code.CLAIM_WAITS,
        claim,
        message(
            "claim {} is Pending: its class {} waits for the first pod that mounts the claim, and"
                + " none does",
            ref.toString(),
            claim.className().orElse("")),
        hint);
  }

  private void waitsForNode(LiveClaim claim, LiveWorkload pod) {
    String reason = "";
    for (LiveCondition condition : pod.conditions()) {
      if (condition.type().equals("PodScheduled") && condition.status().equals("False")) {
        reason = condition.message();
      }
    }
    if (!reason.isEmpty() || ages.isOld(claim)) {
      findings.add(
          Code.CLAIM_WAITS,
          claim,
          reason.isEmpty()
              ? message(
                  "claim {} is Pending for more than five minutes, though pod {} mounts it",
                  claim.ref().toString(),
                  pod.name())
              : message(
                  "claim {} is Pending: its class waits for pod {}, which has no node: {}",
                  claim.ref().toString(),
                  pod.name(),
                  reason),
          "see the pod's events: " + Kubectl.describe("pod", pod));
    }
  }
}
