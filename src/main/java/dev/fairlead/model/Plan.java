package dev.fairlead.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All resources of one call, in the order of its documents. */
public final class Plan {
  private final List<Spec> specs;
  private final List<Volume> volumes = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();
  private final List<Workload> ownWorkloads = new ArrayList<>();
  private final List<PatchedManifest> patchedManifests = new ArrayList<>();

  /** Built on first use. */
  private Map<String, Volume> volumesByName;

  private ByClaim<Volume> volumesByClaim;
  private ByClaim<Claim> claimsByRef;

  /** A plan of these specs. */
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

  /** The specs, one per document. */
  public List<Spec> specs() {
    return specs;
  }

  /** All volumes. */
  public List<Volume> volumes() {
    return volumes;
  }

  /** The first volume of this name; null if there is none. */
  public Volume volume(String name) {
    if (volumesByName == null) {
      Map<String, Volume> made = new HashMap<>();
      for (Volume volume : volumes) {
        made.putIfAbsent(volume.name(), volume);
      }
      volumesByName = made;
    }
    return volumesByName.get(name);
  }

  /** The first volume whose claimRef names this claim; null if there is none. */
  public Volume volumeFor(ClaimRef claim) {
    if (volumesByClaim == null) {
      ByClaim<Volume> made = new ByClaim<>();
      for (Volume volume : volumes) {
        if (volume.claimRef().isPresent()) {
          made.putIfAbsent(volume.claimRef().get().value(), volume);
        }
      }
      volumesByClaim = made;
    }
    return volumesByClaim.get(claim);
  }

  /** The first claim of this namespace and name; null if there is none. */
  public Claim claim(ClaimRef ref) {
    if (claimsByRef == null) {
      ByClaim<Claim> made = new ByClaim<>();
      for (Claim claim : claims) {
        made.putIfAbsent(claim.ref(), claim);
      }
      claimsByRef = made;
    }
    return claimsByRef.get(ref);
  }

  /** All claims, including those reserved for a volume. */
  public List<Claim> claims() {
    return claims;
  }

  /** All workloads, including existing ones. */
  public List<Workload> workloads() {
    return workloads;
  }

  /** The workloads without existing ones. */
  public List<Workload> ownWorkloads() {
    return ownWorkloads;
  }

  /** The manifests of existing workloads with the mounts to add. */
  public List<PatchedManifest> patchedManifests() {
    return patchedManifests;
  }

  /** All resources to print, in this order. */
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (Spec spec : specs) {
      resources.addAll(spec.resources());
    }
    return resources;
  }
}
