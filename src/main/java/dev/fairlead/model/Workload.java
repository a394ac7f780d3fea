package dev.fairlead.model;

import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * A Pod or a workload that creates pods. {@code spec} is complete and has the volumes of all
 * mounts. {@code existing} is set if the workload exists already and is only patched.
 */
public record Workload(
    WorkloadKind kind,
    Metadata metadata,
    Mapping spec,
    List<Ignore> ignore,
    Optional<PatchedManifest> existing)
    implements Resource {
  @Override
  public <T> T match(Cases<T> cases) {
    return cases.workload(this);
  }

  /** A workload that is not a patch of an existing one. */
  public Workload(WorkloadKind kind, Metadata metadata, Mapping spec, List<Ignore> ignore) {
    this(kind, metadata, spec, ignore, Optional.empty());
  }

  /** The pod template; for a Pod, its spec. */
  public Mapping template() {
    return switch (kind) {
      case POD -> spec;
      case CRON_JOB -> spec.mapping("jobTemplate").mapping("spec").mapping("template");
      default -> spec.mapping("template");
    };
  }

  /** The PodSpec. */
  public Mapping podSpec() {
    return kind == WorkloadKind.POD ? spec : template().mapping("spec");
  }

  /** The same workload with another PodSpec, as a patch of the manifest. */
  public Workload patched(Mapping podSpec, PatchedManifest manifest) {
    return new Workload(kind, metadata, withPodSpec(podSpec), ignore, Optional.of(manifest));
  }

  private Mapping withPodSpec(Mapping podSpec) {
    Mapping template = template().with("spec", podSpec);
    return switch (kind) {
      case POD -> podSpec;
      case CRON_JOB -> {
        Mapping jobTemplate = spec.mapping("jobTemplate");
        Mapping job = jobTemplate.mapping("spec").with("template", template);
        yield spec.with("jobTemplate", jobTemplate.with("spec", job));
      }
      default -> spec.with("template", template);
    };
  }
}
