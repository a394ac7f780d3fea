package dev.fairlead.adopt;

import java.util.Optional;

/**
 * What the user wants of an import.
 *
 * @param namespace the namespace of claims and workloads that name none, and of volumes without a
 *     claim
 * @param bind whether a volume and a claim that don't name each other, but fit, become a pair
 * @param csiMigration whether in-tree sources become those of their CSI drivers
 * @param keepReclaimPolicy whether the reclaim policy Delete stays
 * @param workloads which workloads the spec has
 */
public record ImportOptions(
    Optional<String> namespace,
    boolean bind,
    boolean csiMigration,
    boolean keepReclaimPolicy,
    Workloads workloads) {

  /** Which workloads a spec has. */
  public enum Workloads {
    /** None, but for StatefulSets whose pods have a disk each. */
    NONE,
    /** Those that mount a claim of the spec, in full. */
    WHOLE,
    /** The same with their names and mounts only. */
    EXISTING
  }

  /** An import without any options. */
  public static final ImportOptions NONE =
      new ImportOptions(Optional.empty(), false, false, false, Workloads.NONE);
}
