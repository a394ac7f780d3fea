package dev.fairlead.graph;

import dev.fairlead.live.Dump;
import dev.fairlead.model.Plan;
import java.util.List;

/** What is to be drawn, from specs or from objects. */
public record Objects(List<StoredVolume> volumes, List<StoredClaim> claims, List<User> users) {
  /** The resources of specs. */
  public static Objects of(Plan plan) {
    return new Objects(
        plan.volumes().stream().map(StoredVolume::of).toList(),
        plan.claims().stream().map(StoredClaim::of).toList(),
        plan.workloads().stream().map(User::of).toList());
  }

  /** Finished manifests, or the objects of a cluster. */
  public static Objects of(Dump dump) {
    return new Objects(
        dump.volumes().stream().map(StoredVolume::of).toList(),
        dump.claims().stream().map(StoredClaim::of).toList(),
        User.of(dump));
  }
}
