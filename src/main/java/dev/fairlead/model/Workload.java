package dev.fairlead.model;

import java.util.List;

/** A Pod or something that makes pods; {@code spec} is complete, wired volumes included. */
public record Workload(WorkloadKind kind, Metadata metadata, Tree.Mapping spec, List<Ignore> ignore)
    implements Resource {

  /** The template of the pods: the object itself for a Pod. */
  public Tree.Mapping template() {
    return switch (kind) {
      case POD -> spec;
      case CRON_JOB -> spec.mapping("jobTemplate").mapping("spec").mapping("template");
      default -> spec.mapping("template");
    };
  }

  /** The PodSpec, wherever the kind keeps it. */
  public Tree.Mapping podSpec() {
    return kind == WorkloadKind.POD ? spec : template().mapping("spec");
  }
}
