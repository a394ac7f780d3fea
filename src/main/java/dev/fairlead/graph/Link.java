package dev.fairlead.graph;

import java.util.Locale;

/** How one node refers to another one. */
public enum Link {
  /** A workload mounts a claim. */
  MOUNTS(""),
  /** Claim and volume name each other. */
  BOTH(""),
  /** Only the claim names the volume. */
  CLAIM_ONLY("one-way: only the claim names the volume"),
  /** Only the volume names the claim. */
  VOLUME_ONLY("one-way: only the volume names the claim"),
  /** The volume names an earlier claim of this name. */
  EARLIER("the volume belongs to an earlier claim of this name"),
  /** A claim asks a class for a volume. */
  ASKS("asks for a volume of this class"),
  /** A volume is on a disk. */
  STORED("");

  private final String label;

  Link(String label) {
    this.label = label;
  }

  /** What to say about it; empty if the line says all. */
  String label() {
    return label;
  }

  /** The name for CSS classes. */
  String style() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
