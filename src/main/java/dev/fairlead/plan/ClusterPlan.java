package dev.fairlead.plan;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.model.ClaimRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A whole plan: what becomes of each object, and the steps in their order. There are no steps if
 * anything is blocked, because a part of a plan may be worse than none.
 */
public record ClusterPlan(List<Line> lines, List<Step> steps) {
  /** Whether something can't be reached safely. */
  public boolean isBlocked() {
    return lines.stream().anyMatch(line -> line.verdict() == Verdict.BLOCKED);
  }

  /**
   * Those of the findings about a dump that are about objects of the plan. If there are steps, they
   * say what to do.
   */
  public List<Diagnostic> concerned(Dump dump, List<Diagnostic> findings) {
    Set<Span> places = new HashSet<>();
    for (Line line : lines) {
      ObjectRef object = line.object();
      Optional<? extends Live> live =
          switch (object.kind()) {
            case PERSISTENT_VOLUME -> dump.volume(object.name());
            case PERSISTENT_VOLUME_CLAIM ->
                dump.claim(new ClaimRef(object.namespace(), object.name()));
            default -> Optional.empty();
          };
      live.ifPresent(found -> places.add(found.place()));
    }
    return findings.stream()
        .filter(finding -> places.contains(finding.span()))
        .map(finding -> steps.isEmpty() ? finding : finding.withoutHint())
        .toList();
  }
}
