package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;

/** The resources of one document of kind Storage. */
public record Spec(
    String name, List<Volume> volumes, List<Claim> claims, List<Workload> workloads) {
  /** All resources to print, in this order. The claim made for a volume follows the volume. */
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (Volume volume : volumes) {
      resources.add(volume);
      if (volume.reservation().isPresent()) {
        resources.add(volume.reservation().get());
      }
    }
    resources.addAll(claims);
    for (Workload workload : workloads) {
      if (workload.existing().isEmpty()) {
        resources.add(workload);
      }
    }
    return resources;
  }
}
