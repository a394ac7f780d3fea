package dev.fairlead.model;

import java.util.List;
import java.util.stream.Stream;

/** The parts of a PodSpec that storage is about. */
public record Pod(Tree.Mapping spec) {
  /** The pod of a workload. */
  public static Pod of(Workload workload) {
    return new Pod(workload.podSpec());
  }

  /** Init containers and containers, in the order in which they run. */
  public List<Tree.Mapping> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> spec.mappings(list).stream())
        .toList();
  }

  /** The pod's volumes. */
  public List<Tree.Mapping> volumes() {
    return spec.mappings("volumes");
  }

  /** The volumes that are claims. */
  public List<Tree.Mapping> claimVolumes() {
    return volumes().stream()
        .filter(volume -> volume.get("persistentVolumeClaim").isPresent())
        .toList();
  }
}
