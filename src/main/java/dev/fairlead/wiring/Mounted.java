package dev.fairlead.wiring;

import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Located;

/**
 * What a mount leads to: the claim, a name for the pod volume, and what decides how it is mounted.
 */
record Mounted(
    Located<String> claim,
    String label,
    boolean ofVolume,
    VolumeMode mode,
    boolean readOnlySource,
    boolean readOnly) {
  String claimName() {
    return claim.value();
  }
}
