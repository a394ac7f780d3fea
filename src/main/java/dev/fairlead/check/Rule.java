package dev.fairlead.check;

import dev.fairlead.model.Plan;

/** One thing that can be wrong with a plan. */
interface Rule {
  /** Adds what is wrong. The plan holds only what could be completed. */
  void check(Plan plan, Findings findings);
}
