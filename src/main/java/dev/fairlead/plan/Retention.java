package dev.fairlead.plan;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps disks: first all volumes that lose their claim get the reclaim policy Retain, and only at
 * the very end that of the spec. See <a
 * href="https://kubernetes.io/docs/tasks/administer-cluster/change-pv-reclaim-policy/">Change the
 * Reclaim Policy of a PersistentVolume</a>.
 */
final class Retention {
  private static final String UID = "{.metadata.uid}";
  private static final String POLICY = "{.spec.persistentVolumeReclaimPolicy}";
  private static final String RETAIN = ReclaimPolicy.RETAIN.toString();

  private final Decisions decisions;
  private final Outcome outcome;

  /** Live volumes that have to keep their disk, with the reason. */
  private final Map<String, String> retained = new LinkedHashMap<>();

  Retention(Decisions decisions, Outcome outcome) {
    this.decisions = decisions;
    this.outcome = outcome;
  }

  /** The steps that keep disks, before anything is deleted. */
  void retain() {
    for (LiveClaim claim : decisions.goneClaims.values()) {
      decisions
          .live
          .volumeOf(claim)
          .ifPresent(
              volume ->
                  retained.put(
                      volume.name(),
                      "otherwise its disk would go with " + ObjectRef.claim(claim.ref()).words()));
    }
    for (LiveVolume volume : decisions.goneVolumes.values()) {
      retained.putIfAbsent(volume.name(), "otherwise its disk would go with it");
    }
    for (VolumeDecision decision : decisions.volumes.values()) {
      LiveVolume live = decision.live().orElse(null);
      if (live == null) {
        continue;
      }
      boolean released =
          Reservation.of(decision, decisions).isPresent() && !live.claimUid().isEmpty();
      if (released) {
        retained.putIfAbsent(live.name(), "otherwise its disk may go at any moment");
      } else if (decision.want().reclaimPolicy().value() == ReclaimPolicy.RETAIN) {
        retained.putIfAbsent(live.name(), "the spec says that its disk outlives its claim");
      }
    }
    for (Map.Entry<String, String> entry : retained.entrySet()) {
      LiveVolume volume = decisions.live.dump().volume(entry.getKey()).orElseThrow();
      if (!volume.reclaimPolicy().equals(RETAIN)) {
        outcome.add(retain(volume, entry.getValue()));
        outcome.touches(volume);
      }
    }
  }

  private static Step retain(LiveVolume volume, String why) {
    ObjectRef object = ObjectRef.volume(volume.name());
    return Step.of(
            Step.Purpose.RETAIN,
            object,
            "Set the reclaim policy of " + object.words() + " to Retain",
            why,
            policy(object, RETAIN))
        .onlyIf(new Condition.Is(object, UID, volume.uid()))
        .until(new Condition.Is(object, POLICY, RETAIN));
  }

  private static Action policy(ObjectRef object, String policy) {
    return new Action.Patch(
        object,
        Action.PatchType.MERGE,
        "{\"spec\":{\"persistentVolumeReclaimPolicy\":" + JsonText.string(policy) + "}}");
  }

  /** A policy other than Retain comes last, when nothing is deleted any more. */
  void finish(Volume want, LiveVolume live) {
    String policy = want.reclaimPolicy().value().toString();
    boolean changes = retained.containsKey(live.name()) || !live.reclaimPolicy().equals(policy);
    if (want.reclaimPolicy().value() != ReclaimPolicy.RETAIN && changes) {
      ObjectRef object = ObjectRef.volume(live.name());
      outcome.add(
          Step.of(
                  Step.Purpose.FINISH,
                  object,
                  "Set the reclaim policy of " + object.words() + " to " + policy,
                  "the spec says so; from now on, the disk goes with its claim",
                  policy(object, policy))
              .onlyIf(new Condition.Is(object, UID, live.uid()))
              .requires(safeToGo(object, want, live).toArray(Condition[]::new)));
    }
  }

  /** Only Retain keeps the disk of a volume whose claim is gone or about to go. */
  private List<Condition> safeToGo(ObjectRef object, Volume want, LiveVolume live) {
    List<Condition> conditions = new ArrayList<>();
    want.claimRef()
        .map(Located::value)
        .or(live::claimRef)
        .ifPresent(
            claim ->
                conditions.add(
                    new Condition.Is(ObjectRef.claim(claim), "{.metadata.deletionTimestamp}", "")));
    conditions.add(new Condition.Is(object, "{.status.phase}", phaseAfter(want, live)));
    return conditions;
  }

  private String phaseAfter(Volume want, LiveVolume live) {
    if (want.claimRef().isEmpty()) {
      return live.phase();
    }
    boolean hasClaim = decisions.desired.claims().containsKey(want.claimRef().get().value());
    boolean held = decisions.live.holder(live).isPresent();
    return hasClaim || held ? "Bound" : "Available";
  }
}
