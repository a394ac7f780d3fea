package dev.fairlead.binding;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Located;

/** The claim that a volume is bound to. Its span is where the spec says so. */
public record Binding(Located<ClaimRef> claim, Origin origin) {
  /** What made the binding. */
  public enum Origin {
    /** {@code reserve}, or a mount of a volume that nothing else binds. */
    RESERVED,
    /** {@code each} of a StatefulSet. */
    EACH,
    /** {@code bindTo} of the volume. */
    BOUND_TO,
    /** {@code volume} of a declared claim. */
    DECLARED
  }

  /** Whether fairlead makes the claim for the volume. */
  public boolean isReserved() {
    return origin == Origin.RESERVED || origin == Origin.EACH;
  }
}
