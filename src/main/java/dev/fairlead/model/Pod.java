package dev.fairlead.model;

import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/** The parts of a PodSpec that concern storage. */
public record Pod(Mapping spec) {
  /** The pod of a workload. */
  public static Pod of(Workload workload) {
    return new Pod(workload.podSpec());
  }

  /** Init containers, then containers. */
  public List<Mapping> containers() {
    List<Mapping> containers = new ArrayList<>(spec.mappings("initContainers"));
    containers.addAll(spec.mappings("containers"));
    return containers;
  }

  /** The pod's volumes. */
  public List<Mapping> volumes() {
    return spec.mappings("volumes");
  }

  /** The pod's volumes that are claims. */
  public List<Mapping> claimVolumes() {
    List<Mapping> claims = new ArrayList<>();
    for (Mapping volume : volumes()) {
      if (volume.get("persistentVolumeClaim").isPresent()) {
        claims.add(volume);
      }
    }
    return claims;
  }
}
