package dev.fairlead.plan;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveClass;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides on the claims of the specs, after the volumes. */
final class ClaimDecider {
  private static final List<String> SIZE = List.of("spec", "resources", "requests", "storage");

  private final Decisions decisions;
  private final LiveState live;

  ClaimDecider(Decisions decisions) {
    this.decisions = decisions;
    this.live = decisions.live;
  }

  void decide() {
    for (Claim want : decisions.desired.claims().values()) {
      ClaimDecision decision =
          live.dump()
              .claim(want.ref())
              .map(has -> decide(want, has))
              .orElseGet(() -> ClaimDecision.create(want));
      decisions.claims.put(want.ref(), decision);
    }
  }

  private ClaimDecision decide(Claim want, LiveClaim has) {
    if (has.uid().isEmpty()) {
      return ClaimDecision.blocked(want, VolumeDecider.NO_UID);
    }
    if (has.model().isEmpty()) {
      return ClaimDecision.blocked(want, "the dump lacks fields of it that every claim has");
    }
    List<FieldChange> changes = ClaimChanges.of(want, has, has.model().get());
    String target = decisions.desired.target(want.ref());
    if (want.request().value().compareTo(has.model().get().request().value()) < 0) {
      String size = has.model().get().request().value().text();
      return ClaimDecision.blocked(
          want,
          message(
              "it asks for {}, and the spec says {}: a claim never shrinks; write at least {}",
              size,
              want.request().value().text(),
              size));
    }
    Optional<FieldChange> growth =
        changes.stream().filter(change -> change.keys().equals(SIZE)).findFirst();
    boolean unknownClass = growth.isPresent() && isClassUnknown(has);
    if (unknownClass) {
      return ClaimDecision.blocked(
          want,
          message(
              "whether it may grow depends on the class {}, which is not in the dump: add sc to"
                  + " kubectl get",
              has.className().orElse("")));
    }
    String why = whyAnew(want, has, target, changes);
    if (why.isEmpty()) {
      return ClaimDecision.keep(want, has, withTarget(target, has, changes));
    }
    if (target.isEmpty()) {
      return ClaimDecision.blocked(
          want,
          why
              + "; it would get another disk, because no spec names its volume: write volume for"
              + " the claim");
    }
    String lost = unknownVolume(has);
    if (!lost.isEmpty()) {
      return ClaimDecision.blocked(want, lost);
    }
    decisions.remove(has, why);
    return ClaimDecision.replace(want, why);
  }

  /** Why the live claim can't stay; empty if it can. */
  private String whyAnew(Claim want, LiveClaim has, String target, List<FieldChange> changes) {
    if (decisions.goneClaims.containsKey(has.ref())) {
      return decisions.whyGone.get(has.ref());
    }
    if (has.isTerminating()) {
      return "somebody has deleted it";
    }
    if (has.phase().equals("Lost")) {
      return message("it has lost its volume {}, and never binds again", has.volumeName());
    }
    if (!has.volumeName().isEmpty() && !target.isEmpty() && !has.volumeName().equals(target)) {
      return message(
          "it is for volume {}, the spec says {}, and the API server does not let volumeName"
              + " change",
          has.volumeName(),
          target);
    }
    if (has.isBound() && !target.isEmpty() && live.volumeOf(has).isEmpty()) {
      return message("volume {} is not bound to it", has.volumeName());
    }
    for (FieldChange change : changes) {
      boolean grows = change.keys().equals(SIZE);
      if (grows && !mayGrow(has)) {
        return change.words() + ", and its class does not let it grow";
      }
      if (change.isFrozen() && !grows) {
        return change.words() + ", which the API server does not let change";
      }
    }
    return "";
  }

  /** A claim that waits may be told its volume, once. */
  private static List<FieldChange> withTarget(
      String target, LiveClaim has, List<FieldChange> changes) {
    if (target.isEmpty() || !has.volumeName().isEmpty()) {
      return changes;
    }
    List<FieldChange> all = new ArrayList<>(changes);
    all.add(new FieldChange(List.of("spec", "volumeName"), "", target, target, false));
    return all;
  }

  /** Whether nobody can tell what the reclaim policy of its volume is. */
  private String unknownVolume(LiveClaim claim) {
    boolean known =
        claim.volumeName().isEmpty()
            || claim.phase().equals("Lost")
            || live.dump().volume(claim.volumeName()).isPresent()
            || live.dump().knows(LiveKind.PERSISTENT_VOLUME);
    return known
        ? ""
        : message("its volume {} is not in the dump: add pv to kubectl get", claim.volumeName());
  }

  /** Only claims with a class that says so grow while they are bound. */
  boolean mayGrow(LiveClaim claim) {
    return claim.isBound()
        && claim
            .className()
            .flatMap(live.dump()::storageClass)
            .filter(LiveClass::isExpandable)
            .isPresent();
  }

  private Optional<Quantity> request(LiveClaim claim) {
    return decisions
        .desired
        .claim(claim.ref())
        .or(claim::model)
        .map(model -> model.request().value());
  }

  private boolean isClassUnknown(LiveClaim claim) {
    String name = claim.className().orElse("");
    return !name.isEmpty()
        && live.dump().storageClass(name).isEmpty()
        && !live.dump().knows(LiveKind.STORAGE_CLASS);
  }

  /**
   * Whether the class of the claim that holds a volume brings it to a size. Then a plan must not
   * write it: the resizer would take it for done.
   */
  boolean growsWithClaim(LiveVolume volume, Quantity size) {
    return live.holder(volume)
        .filter(claim -> !decisions.goneClaims.containsKey(claim.ref()))
        .filter(this::mayGrow)
        .filter(claim -> request(claim).filter(asked -> asked.compareTo(size) >= 0).isPresent())
        .isPresent();
  }
}
