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
        .flatMap(
            spec ->
                Stream.concat(
                    spec.volumes().stream().flatMap(volume -> volume.reservation().stream()),
                    spec.claims().stream()));
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
    return specs.stream().flatMap(spec -> spec.resources().stream());
  }
}
