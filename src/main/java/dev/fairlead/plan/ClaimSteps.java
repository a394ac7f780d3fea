package dev.fairlead.plan;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Quantity;
import dev.fairlead.render.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines and steps about claims. */
final class ClaimSteps {
  private static final String UID = "{.metadata.uid}";
  private static final long GI = 1L << 30;

  private final Decisions decisions;
  private final Users users;
  private final Templates templates;
  private final Outcome outcome;

  ClaimSteps(Decisions decisions, Users users, Templates templates, Outcome outcome) {
    this.decisions = decisions;
    this.users = users;
    this.templates = templates;
    this.outcome = outcome;
  }

  /** The line of a claim of a spec, and its steps. */
  void add(ClaimDecision decision) {
    Claim want = decision.want();
    ObjectRef object = ObjectRef.claim(want.ref());
    String blocked = decision.blocked();
    if (blocked.isEmpty()) {
      blocked = users.blocked.getOrDefault(want.ref(), "");
    }
    if (!blocked.isEmpty()) {
      outcome.add(Verdict.BLOCKED, object, blocked);
    } else if (decision.live().isPresent()) {
      kept(decision, decision.live().get());
    } else if (decision.reason().isEmpty()) {
      outcome.add(Verdict.CREATE, object, "it is not in the cluster");
      create(want, "it is not in the cluster");
    } else {
      outcome.add(Verdict.REPLACE, object, decision.reason());
      delete(decisions.goneClaims.get(want.ref()), decision.reason());
      create(want, "the claim as the spec says");
    }
    if (blocked.isEmpty()) {
      bound(decision);
    }
  }

  /** The lines and steps of claims that go and that no spec has. */
  void addOthers() {
    decisions.goneClaims.forEach(
        (ref, claim) -> {
          if (!decisions.desired.claims().containsKey(ref)) {
            String blocked = users.blocked.getOrDefault(ref, "");
            String why = decisions.whyGone.get(ref);
            outcome.add(
                blocked.isEmpty() ? Verdict.REPLACE : Verdict.BLOCKED,
                ObjectRef.claim(ref),
                blocked.isEmpty() ? why : blocked);
            delete(claim, why);
          }
        });
  }

  private void kept(ClaimDecision decision, LiveClaim live) {
    ObjectRef object = ObjectRef.claim(live.ref());
    if (decision.changes().isEmpty()) {
      outcome.add(Verdict.KEEP, object, "it is as the spec says");
      return;
    }
    outcome.touches(live);
    String words = Patches.words(decision.changes());
    outcome.add(Verdict.PATCH, object, words);
    outcome.add(
        Step.of(
                Step.Purpose.PATCH,
                object,
                "Change " + object.words(),
                words,
                Patches.of(object, decision.changes()))
            .onlyIf(new Condition.Is(object, UID, live.uid())));
    grown(decision, live);
  }

  /**
   * Waits until a driver has grown the disk. The size of the claim itself follows only when a pod
   * mounts it. Drivers make whole Gi; what they make of other sizes is not known.
   */
  private void grown(ClaimDecision decision, LiveClaim live) {
    Quantity size = decision.want().request().value();
    Optional<LiveVolume> volume = decisions.live.volumeOf(live);
    boolean grows =
        live.isBound()
            && volume.isPresent()
            && volume.get().model().isPresent()
            && volume.get().model().get().capacity().value().compareTo(size) < 0;
    if (grows && size.bytes() % GI == 0) {
      ObjectRef object = ObjectRef.volume(volume.get().name());
      outcome.add(
          Step.of(
                  Step.Purpose.READY,
                  object,
                  "Wait until " + object.words() + " has " + size,
                  "its driver grows the disk")
              .until(new Condition.Is(object, "{.spec.capacity.storage}", inGi(size))));
    }
  }

  /** As the API server prints whole Gi: the largest unit that needs no point. */
  private static String inGi(Quantity size) {
    long number = size.bytes() / GI;
    int unit = 0;
    while (number % 1024 == 0) {
      number /= 1024;
      unit++;
    }
    return number + List.of("Gi", "Ti", "Pi", "Ei").get(unit);
  }

  private void create(Claim want, String why) {
    ObjectRef object = ObjectRef.claim(want.ref());
    outcome.add(
        Step.of(
                Step.Purpose.CREATE_CLAIM,
                object,
                "Create " + object.words(),
                why,
                new Action.Create(object, templates.text(want)))
            .onlyIf(new Condition.Is(object, UID, "")));
  }

  private void delete(LiveClaim claim, String why) {
    ObjectRef object = ObjectRef.claim(claim.ref());
    outcome.touches(claim);
    List<Condition> requires = new ArrayList<>();
    decisions
        .live
        .volumeOf(claim)
        .ifPresent(
            volume ->
                requires.add(
                    new Condition.Is(
                        ObjectRef.volume(volume.name()),
                        "{.spec.persistentVolumeReclaimPolicy}",
                        "Retain")));
    // A claim that waited may have got a disk since, and data on it.
    requires.add(
        new Condition.Is(
            object,
            "{.status.phase} {.spec.volumeName}",
            claim.phase() + " " + claim.volumeName()));
    requires.add(new Condition.Unused(claim.ref()));
    outcome.add(
        Step.of(
                Step.Purpose.DELETE_CLAIM,
                object,
                "Delete " + object.words() + (claim.isBound() ? "; its disk stays" : ""),
                why,
                new Action.Delete(object, claim.uid()))
            .onlyIf(new Condition.Is(object, UID, claim.uid()))
            .requires(requires.toArray(Condition[]::new))
            .until(new Condition.Gone(object)));
  }

  /** Waits for the pair, unless it is bound already and nothing of it changes. */
  private void bound(ClaimDecision decision) {
    ClaimRef ref = decision.want().ref();
    String target = decisions.desired.target(ref);
    VolumeDecision volume = decisions.volumes.get(target);
    Optional<LiveClaim> live = decision.live();
    boolean untouched =
        live.isPresent()
            && live.get().isBound()
            && volume != null
            && Reservation.of(volume, decisions).isEmpty();
    boolean known = volume != null || decisions.live.dump().volume(target).isPresent();
    if (target.isEmpty() || untouched || !known) {
      return;
    }
    ObjectRef object = ObjectRef.claim(ref);
    ObjectRef pv = ObjectRef.volume(target);
    outcome.add(
        Step.of(
                Step.Purpose.BOUND,
                object,
                "Wait until " + object.words() + " and " + pv.words() + " are bound",
                "pods can start only then")
            .until(
                new Condition.Is(object, "{.status.phase}", "Bound"),
                new Condition.Is(object, "{.spec.volumeName}", target),
                new Condition.Is(pv, "{.status.phase}", "Bound")));
  }
}
