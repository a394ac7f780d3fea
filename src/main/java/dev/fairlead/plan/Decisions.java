package dev.fairlead.plan;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of all volumes and claims, before there are steps. */
final class Decisions {
  final Desired desired;
  final LiveState live;
  final Map<String, VolumeDecision> volumes = new LinkedHashMap<>();
  final Map<ClaimRef, ClaimDecision> claims = new LinkedHashMap<>();

  /** Live claims that have to go, with the reason. */
  final Map<ClaimRef, LiveClaim> goneClaims = new LinkedHashMap<>();

  final Map<ClaimRef, String> whyGone = new LinkedHashMap<>();

  /** Live volumes that have to go, by name. */
  final Map<String, LiveVolume> goneVolumes = new LinkedHashMap<>();

  Decisions(Desired desired, LiveState live) {
    this.desired = desired;
    this.live = live;
  }

  /** Notes that a live claim has to go. */
  void remove(LiveClaim claim, String why) {
    goneClaims.putIfAbsent(claim.ref(), claim);
    whyGone.putIfAbsent(claim.ref(), why);
  }

  /** Whether a live claim is to be there after the plan. */
  boolean stays(ClaimRef claim) {
    return desired.claims().containsKey(claim) || !goneClaims.containsKey(claim);
  }

  /** Whether the live volume stays, as a volume of a spec or of somebody else. */
  boolean stays(LiveVolume volume) {
    return !goneVolumes.containsKey(volume.name());
  }
}
