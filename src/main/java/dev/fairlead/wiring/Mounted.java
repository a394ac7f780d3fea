package dev.fairlead.wiring;

import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Located;

/**
 * The claim that a mount refers to. {@code label} is the name to make the pod volume's name from,
 * and {@code ofVolume} tells whether it is the name of a volume of the spec.
 */
record Mounted(
    Located<String> claim,
    String label,
    boolean ofVolume,
    Located<VolumeMode> mode,
    boolean readOnlySource,
    boolean readOnly) {
  String claimName() {
    return claim.value();
  }
}
