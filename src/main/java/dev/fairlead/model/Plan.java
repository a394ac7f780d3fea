package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;

/** All that one call makes, in the order of its documents. */
public final class Plan {
  private final List<Spec> specs;
  private final List<Volume> volumes = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();
  private final List<Workload> ownWorkloads = new ArrayList<>();
  private final List<PatchedManifest> patchedManifests = new ArrayList<>();

  /** What these documents make. */
  public Plan(List<Spec> specs) {
    this.specs = List.copyOf(specs);
    for (Spec spec : specs) {
      for (Volume volume : spec.volumes()) {
        volumes.add(volume);
        if (volume.reservation().isPresent()) {
          claims.add(volume.reservation().get());
        }
      }
      claims.addAll(spec.claims());
      for (Workload workload : spec.workloads()) {
        workloads.add(workload);
        if (workload.existing().isPresent()) {
          patchedManifests.add(workload.existing().get());
        } else {
          ownWorkloads.add(workload);
        }
      }
    }
  }

  /** What each document makes. */
  public List<Spec> specs() {
    return specs;
  }

  /** Every volume of every document. */
  public List<Volume> volumes() {
    return volumes;
  }

  /** Every claim, those reserved for a volume included. */
  public List<Claim> claims() {
    return claims;
  }

  /** Every workload, those that exist already included. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** The workloads that are made here. */
  public List<Workload> ownWorkloads() {
    return ownWorkloads;
  }

  /** The manifests that mounts are added to. */
  public List<PatchedManifest> patchedManifests() {
    return patchedManifests;
  }

  /** Every resource that is made, in the order it is printed in. */
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (Spec spec : specs) {
      resources.addAll(spec.resources());
    }
    return resources;
  }
}
