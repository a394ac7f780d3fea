package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;

/** What one document of kind Storage makes. */
public record Spec(
    String name, List<Volume> volumes, List<Claim> claims, List<Workload> workloads) {
  /**
   * Every resource that is made, in the order it is printed in: each volume with its claim right
   * after it.
   */
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
