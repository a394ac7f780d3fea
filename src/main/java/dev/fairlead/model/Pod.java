package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;

/** The parts of a PodSpec that storage is about. */
public record Pod(Tree.Mapping spec) {
  /** The pod of a workload. */
  public static Pod of(Workload workload) {
    return new Pod(workload.podSpec());
  }

  /** Init containers and containers, in the order in which they run. */
  public List<Tree.Mapping> containers() {
    List<Tree.Mapping> containers = new ArrayList<>(spec.mappings("initContainers"));
    containers.addAll(spec.mappings("containers"));
    return containers;
  }

  /** The pod's volumes. */
  public List<Tree.Mapping> volumes() {
    return spec.mappings("volumes");
  }

  /** The volumes that are claims. */
  public List<Tree.Mapping> claimVolumes() {
    List<Tree.Mapping> claims = new ArrayList<>();
    for (Tree.Mapping volume : volumes()) {
      if (volume.get("persistentVolumeClaim").isPresent()) {
        claims.add(volume);
      }
    }
    return claims;
  }
}
