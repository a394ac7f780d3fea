package dev.fairlead.plan;

import java.util.List;

/**
 * A whole plan: what becomes of each object, and the steps in their order. There are no steps if
 * anything is blocked, because a part of a plan may be worse than none.
 */
public record ClusterPlan(List<Line> lines, List<Step> steps) {
  /** Whether something can't be reached safely. */
  public boolean isBlocked() {
    return lines.stream().anyMatch(line -> line.verdict() == Verdict.BLOCKED);
  }
}
