package dev.fairlead.plan;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides on the volumes of the specs. A volume is the live one of its name, else the one with its
 * disk, else it is new. What the API server does not let change is made anew.
 */
final class VolumeDecider {
  /** Without its uid, nobody can tell an object from another one of its name. */
  static final String NO_UID = "the dump has no uid of it: use what kubectl get -o yaml prints";

  private final Decisions decisions;
  private final LiveState live;

  VolumeDecider(Decisions decisions) {
    this.decisions = decisions;
    this.live = decisions.live;
  }

  void decide() {
    for (Volume want : decisions.desired.volumes().values()) {
      VolumeDecision decision = decide(want);
      decisions.volumes.put(want.name(), decision);
      decision.gone().forEach(gone -> decisions.goneVolumes.put(gone.name(), gone));
    }
    for (VolumeDecision decision : List.copyOf(decisions.volumes.values())) {
      String blocked = decision.blocked().isEmpty() ? clearWay(decision) : "";
      if (!blocked.isEmpty()) {
        decisions.volumes.put(
            decision.want().name(), VolumeDecision.blocked(decision.want(), blocked));
      }
    }
  }

  private VolumeDecision decide(Volume want) {
    Optional<LiveVolume> named = live.dump().volume(want.name());
    if (named.isEmpty()) {
      List<LiveVolume> same = others(want);
      return same.isEmpty() ? VolumeDecision.create(want) : renamed(want, same);
    }
    LiveVolume has = named.get();
    if (has.uid().isEmpty()) {
      return VolumeDecision.blocked(want, NO_UID);
    }
    if (has.model().isEmpty()) {
      return VolumeDecision.blocked(want, "the dump lacks fields of it that every volume has");
    }
    List<FieldChange> changes = VolumeChanges.of(want, has, has.model().get());
    boolean isGoing =
        has.isTerminating()
            && ReclaimPolicy.of(has.reclaimPolicy()) != ReclaimPolicy.RETAIN
            && !has.phase().equals("Bound");
    if (isGoing) {
      return VolumeDecision.blocked(
          want,
          message(
              "the cluster is deleting it, and with the reclaim policy {} perhaps its disk: look"
                  + " at the disk first",
              has.reclaimPolicy()));
    }
    List<FieldChange> frozen = changes.stream().filter(FieldChange::isFrozen).toList();
    boolean otherDisk = !Same.source(want.source().value(), has.model().get().source().value());
    if (!otherDisk && want.capacity().value().compareTo(has.model().get().capacity().value()) < 0) {
      return shrunk(want, has.model().get());
    }
    if (frozen.isEmpty() && !has.isTerminating()) {
      return VolumeDecision.keep(want, has, changes);
    }
    // The disk may be that of another volume, which is as large as it is.
    VolumeDecision same = renamed(want, others(want));
    if (!same.blocked().isEmpty()) {
      return same;
    }
    List<LiveVolume> gone = new ArrayList<>(List.of(has));
    gone.addAll(same.gone());
    return VolumeDecision.replace(want, gone, frozen);
  }

  /** Live volumes of other names with the disk, unless a spec has them under their own name. */
  private List<LiveVolume> others(Volume want) {
    return live.withBackend(want).stream()
        .filter(other -> !decisions.desired.volumes().containsKey(other.name()))
        .toList();
  }

  private VolumeDecision renamed(Volume want, List<LiveVolume> same) {
    for (LiveVolume old : same) {
      if (old.uid().isEmpty()) {
        return VolumeDecision.blocked(want, NO_UID);
      }
      Volume has = old.model().orElseThrow();
      if (want.capacity().value().compareTo(has.capacity().value()) < 0) {
        return shrunk(want, has);
      }
    }
    return VolumeDecision.replace(want, same, List.of());
  }

  private static VolumeDecision shrunk(Volume want, Volume has) {
    return VolumeDecision.blocked(
        want,
        message(
            "it has {}, and the spec says {}: a disk never shrinks; write at least {}",
            has.capacity().value().text(),
            want.capacity().value().text(),
            has.capacity().value().text()));
  }

  /** Notes which claims have to go with it. Returns why one can't. */
  private String clearWay(VolumeDecision decision) {
    Optional<ClaimRef> wanted = decision.want().claimRef().map(Located::value);
    for (LiveVolume gone : decision.gone()) {
      String blocked = release(gone, wanted, decision.want());
      if (!blocked.isEmpty()) {
        return blocked;
      }
    }
    if (decision.live().isEmpty() || wanted.isEmpty()) {
      return "";
    }
    LiveVolume kept = decision.live().get();
    return kept.claimRef().isEmpty() || kept.claimRef().get().equals(wanted.get())
        ? unknownHolder(kept)
        : release(kept, wanted, decision.want());
  }

  private String unknownHolder(LiveVolume volume) {
    return live.isHeldByUnknown(volume)
        ? message(
            "it is bound to claim {}, which is not in the dump: add pvc to kubectl get",
            volume.claimRef().orElseThrow().toString())
        : "";
  }

  /** Takes a live volume from the claim that holds it. */
  private String release(LiveVolume volume, Optional<ClaimRef> wanted, Volume want) {
    Optional<LiveClaim> holder = live.holder(volume);
    if (holder.isEmpty()) {
      return unknownHolder(volume);
    }
    ClaimRef claim = holder.get().ref();
    boolean renamed = wanted.isPresent() && !wanted.get().equals(claim);
    boolean madeAgain = decisions.desired.claims().containsKey(claim);
    boolean successor = wanted.isPresent() && decisions.desired.claims().containsKey(wanted.get());
    if (!madeAgain && !(renamed && successor)) {
      return message(
          "its claim {} would have to be made anew, but no spec makes it: write reserve for the"
              + " volume",
          claim.toString());
    }
    if (!madeAgain && volume.annotations().has(LiveVolume.BOUND_BY_CONTROLLER)) {
      return message(
          "the cluster has picked claim {} for it, which no spec has: if that claim may go, delete"
              + " it yourself and make a new plan",
          claim.toString());
    }
    if (holder.get().uid().isEmpty()) {
      return NO_UID;
    }
    decisions.remove(
        holder.get(),
        renamed
            ? ObjectRef.volume(want.name()).words()
                + " is for "
                + ObjectRef.claim(wanted.get()).words()
                + " now"
            : "its " + ObjectRef.volume(want.name()).words() + " is made anew");
    return "";
  }
}
