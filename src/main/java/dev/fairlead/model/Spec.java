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
    List<Resource> all = new ArrayList<>();
    for (Volume volume : volumes) {
      all.add(volume);
      volume.reservation().ifPresent(all::add);
    }
    all.addAll(claims);
    workloads.stream().filter(workload -> workload.existing().isEmpty()).forEach(all::add);
    return all;
  }
}
