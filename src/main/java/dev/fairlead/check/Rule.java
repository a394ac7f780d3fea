package dev.fairlead.check;

import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;

/**
 * A check of the plan. A rule overrides the methods for the resources it checks, and {@code check}
 * if it compares resources, which happens last.
 */
abstract class Rule {
  /** Adds the findings about a volume. */
  void checkVolume(Volume volume, Findings findings) {}

  /** Adds the findings about a claim. */
  void checkClaim(Claim claim, Findings findings) {}

  /** Adds the findings about the pods of a workload, which may exist already. */
  void checkPods(Workload workload, Findings findings) {}

  /** Adds the findings about a workload, unless it is an existing one that is only patched. */
  void checkWorkload(Workload workload, Findings findings) {}

  /** Adds the findings about a plan. The plan has no resources with earlier errors. */
  void check(Plan plan, Findings findings) {}
}
