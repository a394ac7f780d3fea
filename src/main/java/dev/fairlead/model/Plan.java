package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one call makes, in the order of its documents. */
public final class Plan {
  private final List<Spec> specs;
  private Optional<List<Claim>> claims = Optional.empty();

  /** What these documents make. */
  public Plan(List<Spec> specs) {
    this.specs = specs;
  }

  /** What each document makes. */
  public List<Spec> specs() {
    return specs;
  }

  /** Every volume of every document, of a plan that fits into memory. */
  public List<Volume> volumes() {
    if (specs.size() == 1) {
      return specs.get(0).volumes();
    }
    List<Volume> volumes = new ArrayList<>();
    for (Spec spec : specs) {
      volumes.addAll(spec.volumes());
    }
    return volumes;
  }

  /** Every claim of a plan that fits into memory, those reserved for a volume included. */
  public List<Claim> claims() {
    if (claims.isEmpty()) {
      List<Claim> all = new ArrayList<>();
      for (Spec spec : specs) {
        for (Volume volume : spec.volumes()) {
          if (volume.reservation().isPresent()) {
            all.add(volume.reservation().get());
          }
        }
        all.addAll(spec.claims());
      }
      claims = Optional.of(all);
    }
    return claims.get();
  }

  /** Every workload, those that exist already included. */
  public List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    for (Spec spec : specs) {
      workloads.addAll(spec.workloads());
    }
    return workloads;
  }

  /** The workloads that are made here. */
  public List<Workload> ownWorkloads() {
    List<Workload> own = new ArrayList<>();
    for (Workload workload : workloads()) {
      if (workload.existing().isEmpty()) {
        own.add(workload);
      }
    }
    return own;
  }

  /** The manifests that mounts are added to. */
  public List<Existing> existing() {
    List<Existing> existing = new ArrayList<>();
    for (Workload workload : workloads()) {
      if (workload.existing().isPresent()) {
        existing.add(workload.existing().get());
      }
    }
    return existing;
  }

  /** Every resource, in the order it is printed in. */
  public Stream<Resource> resources() {
    return specs.stream().flatMap(Spec::resources);
  }

  /** Whether all of it fits into memory. */
  public boolean fits() {
    for (Spec spec : specs) {
      if (spec.volumes() instanceof ManyVolumes) {
        return false;
      }
    }
    return true;
  }

  /** The same plan as far as resources look at each other; all of it fits into memory. */
  public Plan outline() {
    return fits() ? this : new Plan(specs.stream().map(Spec::outline).toList());
  }

  /** The same plan in parts that fit into memory one after the other. */
  public Stream<Plan> parts() {
    return specs.stream().flatMap(Spec::slices).map(slice -> new Plan(List.of(slice)));
  }
}
