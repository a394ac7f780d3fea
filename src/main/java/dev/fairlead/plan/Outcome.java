package dev.fairlead.plan;

import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects lines and steps, and which controllers of a repository they concern. */
final class Outcome {
  private final List<Line> lines = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<ObjectRef> controllers = new LinkedHashSet<>();
  private final Set<ObjectRef> paused = new LinkedHashSet<>();
  private final String planName;

  /** Controllers that are paused bear the name of the plan meanwhile. */
  Outcome(String planName) {
    this.planName = planName;
  }

  void add(Verdict verdict, ObjectRef object, String reason) {
    lines.add(new Line(verdict, object, reason));
  }

  void add(Step step) {
    steps.add(step);
  }

  /** Notes that steps change a live object. */
  void touches(Live live) {
    GitOps.of(live).ifPresent(controllers::add);
  }

  /** Notes the controllers that an earlier plan of this name has paused. */
  void resumes(Dump dump) {
    paused.addAll(GitOps.paused(dump, planName));
  }

  /** The plan, its steps in the order of their purposes. */
  ClusterPlan plan() {
    paused.addAll(controllers);
    controllers.forEach(controller -> steps.add(GitOps.pause(controller, planName)));
    paused.forEach(controller -> steps.add(GitOps.resume(controller, planName)));
    steps.sort((a, b) -> a.purpose().compareTo(b.purpose()));
    boolean changes = steps.stream().anyMatch(step -> !step.actions().isEmpty());
    ClusterPlan plan =
        new ClusterPlan(List.copyOf(lines), changes ? List.copyOf(steps) : List.of());
    return plan.isBlocked() ? new ClusterPlan(plan.lines(), List.of()) : plan;
  }
}
