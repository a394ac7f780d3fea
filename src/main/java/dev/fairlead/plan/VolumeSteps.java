package dev.fairlead.plan;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import dev.fairlead.render.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines and steps about volumes. */
final class VolumeSteps {
  private static final String UID = "{.metadata.uid}";
  private static final String POLICY = "{.spec.persistentVolumeReclaimPolicy}";
  private static final String RETAIN = ReclaimPolicy.RETAIN.toString();

  private final Decisions decisions;
  private final Templates templates;
  private final Outcome outcome;
  private final Retention retention;

  VolumeSteps(Decisions decisions, Templates templates, Outcome outcome) {
    this.decisions = decisions;
    this.templates = templates;
    this.outcome = outcome;
    this.retention = new Retention(decisions, outcome);
  }

  /** The steps that keep disks, before anything is deleted. */
  void retain() {
    retention.retain();
  }

  /** The line of a volume of a spec, and its steps. */
  void add(VolumeDecision decision, ClaimDecider claims) {
    ObjectRef object = ObjectRef.volume(decision.want().name());
    if (!decision.blocked().isEmpty()) {
      outcome.add(Verdict.BLOCKED, object, decision.blocked());
    } else if (decision.live().isPresent()) {
      kept(decision, decision.live().get(), claims);
    } else if (decision.gone().isEmpty()) {
      outcome.add(Verdict.CREATE, object, "it is not in the cluster");
      outcome.add(create(decision.want(), "no volume of this name or with its disk is there"));
    } else {
      outcome.add(Verdict.REPLACE, object, replaced(decision));
      decision.gone().forEach(gone -> delete(gone, decision));
      outcome.add(create(decision.want(), "the volume as the spec says"));
    }
  }

  private static String replaced(VolumeDecision decision) {
    Volume want = decision.want();
    LiveVolume first = decision.gone().get(0);
    if (!first.name().equals(want.name())) {
      return "it takes the place of "
          + ObjectRef.volume(first.name()).words()
          + ", which has the same disk";
    }
    return decision.changes().isEmpty()
        ? "somebody has deleted it"
        : Patches.words(decision.changes()) + ", which the API server does not let change";
  }

  private Step create(Volume want, String why) {
    ObjectRef object = ObjectRef.volume(want.name());
    return Step.of(
            Step.Purpose.CREATE_VOLUME,
            object,
            "Create " + object.words(),
            why,
            new Action.Create(object, templates.text(want)))
        .onlyIf(new Condition.Is(object, UID, ""));
  }

  private void delete(LiveVolume volume, VolumeDecision decision) {
    Volume want = decision.want();
    ObjectRef object = ObjectRef.volume(volume.name());
    outcome.touches(volume);
    if (!volume.name().equals(want.name())) {
      outcome.add(
          Verdict.REPLACE,
          object,
          ObjectRef.volume(want.name()).words() + " takes its place, with the same disk");
    }
    outcome.add(
        Step.of(
                Step.Purpose.DELETE_VOLUME,
                object,
                "Delete " + object.words() + "; its disk stays",
                volume.name().equals(want.name())
                    ? replaced(decision)
                    : "a disk must not have two volumes",
                new Action.Delete(object, volume.uid()))
            .onlyIf(new Condition.Is(object, UID, volume.uid()))
            .requires(
                new Condition.Is(
                    object, POLICY + " {.spec.claimRef.uid}", RETAIN + " " + volume.claimUid()))
            .until(new Condition.Gone(object)));
  }

  private void kept(VolumeDecision decision, LiveVolume live, ClaimDecider claims) {
    ObjectRef object = ObjectRef.volume(live.name());
    List<String> words = new ArrayList<>();
    List<FieldChange> patched = new ArrayList<>();
    boolean grows = false;
    for (FieldChange change : decision.changes()) {
      boolean isSize = change.keys().contains("capacity");
      boolean isPolicy = change.keys().contains(VolumeChanges.POLICY);
      if (isSize && claims.growsWithClaim(live, decision.want().capacity().value())) {
        grows = true;
        continue;
      }
      words.add(change.words() + (isSize ? ", which the disk must have already" : ""));
      if (!isPolicy) {
        patched.add(change);
      }
    }
    Optional<Reservation> reservation = Reservation.of(decision, decisions);
    if (reservation.isPresent()) {
      words.add(reservation.get().words());
      outcome.add(reservation.get().step(decisions));
    }
    if (!patched.isEmpty()) {
      outcome.add(patch(live, patched));
    }
    retention.finish(decision.want(), live);
    if (words.isEmpty()) {
      outcome.add(Verdict.KEEP, object, grows ? "it grows with its claim" : kept(decision, live));
    } else {
      outcome.touches(live);
      outcome.add(Verdict.PATCH, object, String.join("; ", words));
    }
  }

  private static String kept(VolumeDecision decision, LiveVolume live) {
    boolean free = decision.want().claimRef().isEmpty() && live.phase().equals("Released");
    return free
        ? "it is Released, and the spec has no claim for it: write reserve to use it again"
        : "it is as the spec says";
  }

  private static Step patch(LiveVolume live, List<FieldChange> changes) {
    ObjectRef object = ObjectRef.volume(live.name());
    return Step.of(
            Step.Purpose.PATCH,
            object,
            "Change " + object.words(),
            Patches.words(changes),
            Patches.of(object, changes))
        .onlyIf(new Condition.Is(object, UID, live.uid()));
  }

  /** The lines of volumes that no spec has, but that a claim of a spec held so far. */
  void addOthers() {
    for (LiveClaim claim : decisions.goneClaims.values()) {
      Optional<LiveVolume> volume = decisions.live.volumeOf(claim);
      if (volume.isPresent() && isOther(volume.get())) {
        ClaimRef ref = claim.ref();
        outcome.add(
            volume.get().reclaimPolicy().equals(RETAIN) ? Verdict.KEEP : Verdict.PATCH,
            ObjectRef.volume(volume.get().name()),
            "no spec has it; it stays Released with its disk when "
                + ObjectRef.claim(ref).words()
                + " is gone");
      }
    }
  }

  private boolean isOther(LiveVolume volume) {
    return !decisions.desired.volumes().containsKey(volume.name()) && decisions.stays(volume);
  }
}
