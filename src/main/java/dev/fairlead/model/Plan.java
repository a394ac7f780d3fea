package dev.fairlead.model;

import java.util.List;
import java.util.stream.Stream;

/** All that one call makes, in the order of its documents. */
public record Plan(List<Spec> specs) {
  /** Every volume of every document. */
  public Stream<Volume> volumes() {
    return specs.stream().flatMap(spec -> spec.volumes().stream());
  }

  /** Every claim, those reserved for a volume included. */
  public Stream<Claim> claims() {
    return specs.stream()
        .mapMulti(
            (spec, to) -> {
              spec.volumes().forEach(volume -> volume.reservation().ifPresent(to));
              spec.claims().forEach(to);
            });
  }

  /** Every workload, those that exist already included. */
  public Stream<Workload> workloads() {
    return specs.stream().flatMap(spec -> spec.workloads().stream());
  }

  /** The workloads that are made here. */
  public Stream<Workload> ownWorkloads() {
    return workloads().filter(workload -> workload.existing().isEmpty());
  }

  /** The manifests that mounts are added to. */
  public Stream<Existing> existing() {
    return workloads().flatMap(workload -> workload.existing().stream());
  }

  /** Every resource, in the order it is printed in. */
  public Stream<Resource> resources() {
    return specs.stream().flatMap(Spec::resources);
  }

  /** The same plan as far as resources look at each other; all of it fits into memory. */
  public Plan outline() {
    return new Plan(specs.stream().map(Spec::outline).toList());
  }

  /** The same plan in parts that fit into memory one after the other. */
  public Stream<Plan> parts() {
    boolean fits = specs.stream().noneMatch(spec -> spec.volumes() instanceof ManyVolumes);
    return fits
        ? Stream.of(this)
        : specs.stream().flatMap(Spec::slices).map(slice -> new Plan(List.of(slice)));
  }
}
