package dev.fairlead.check;

import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;

/**
 * One thing that can be wrong with a plan. A rule overrides the methods for what it looks at, or
 * the first one if it compares resources.
 */
abstract class Rule {
  /** Adds what is wrong with a plan, which holds only what could be completed. */
  void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      checkVolume(volume, findings);
    }
    for (Claim claim : plan.claims()) {
      checkClaim(claim, findings);
    }
    for (Workload workload : plan.workloads()) {
      checkPods(workload, findings);
    }
    for (Workload workload : plan.ownWorkloads()) {
      checkWorkload(workload, findings);
    }
  }

  /** Adds what is wrong with a volume. */
  void checkVolume(Volume volume, Findings findings) {}

  /** Adds what is wrong with a claim. */
  void checkClaim(Claim claim, Findings findings) {}

  /** Adds what is wrong with the pods of a workload, which may exist already and get mounts. */
  void checkPods(Workload workload, Findings findings) {}

  /** Adds what is wrong with a workload that is made here. */
  void checkWorkload(Workload workload, Findings findings) {}
}
