package dev.fairlead.spec;

import dev.fairlead.tree.Mapping;

/** Finds the {@code spec} of StatefulSets, which may be in the manifests of the call. */
public interface SetSpecs {
  /** What is known of it; empty if nothing is. */
  Mapping of(WorkloadDraft workload);
}
