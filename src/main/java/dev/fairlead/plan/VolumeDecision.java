package dev.fairlead.plan;

import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a volume of a spec.
 *
 * @param live the live volume that stays, if there is one
 * @param gone live volumes that have to go first: the old one, or one with the same disk
 * @param changes what is patched; if volumes go, why they do
 * @param blocked why nothing can be done; empty if something can
 */
record VolumeDecision(
    Volume want,
    Optional<LiveVolume> live,
    List<LiveVolume> gone,
    List<FieldChange> changes,
    String blocked) {
  static VolumeDecision keep(Volume want, LiveVolume live, List<FieldChange> changes) {
    return new VolumeDecision(want, Optional.of(live), List.of(), changes, "");
  }

  static VolumeDecision create(Volume want) {
    return new VolumeDecision(want, Optional.empty(), List.of(), List.of(), "");
  }

  static VolumeDecision replace(Volume want, List<LiveVolume> gone, List<FieldChange> changes) {
    return new VolumeDecision(want, Optional.empty(), List.copyOf(gone), changes, "");
  }

  static VolumeDecision blocked(Volume want, String reason) {
    return new VolumeDecision(want, Optional.empty(), List.of(), List.of(), reason);
  }
}
