package dev.fairlead.live;

import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pods and controllers of a dump mount which claim. */
final class Users {
  private final Map<ClaimRef, List<LiveWorkload>> byClaim = new HashMap<>();
  private final Map<ClaimRef, List<LiveWorkload>> byBase = new HashMap<>();

  Users(List<LiveWorkload> workloads) {
    for (LiveWorkload workload : workloads) {
      for (ClaimRef claim : workload.claims()) {
        add(byClaim, claim, workload);
      }
      for (ClaimRef base : workload.claimBases()) {
        add(byBase, base, workload);
      }
    }
  }

  private static void add(
      Map<ClaimRef, List<LiveWorkload>> index, ClaimRef key, LiveWorkload workload) {
    index.computeIfAbsent(key, absent -> new ArrayList<>()).add(workload);
  }

  /** All that mount it or make pods that mount it, in the order of the dump. */
  List<LiveWorkload> of(ClaimRef claim) {
    List<LiveWorkload> users = new ArrayList<>(byClaim.getOrDefault(claim, List.of()));
    users.addAll(makers(claim));
    return users;
  }

  /** The StatefulSets whose claim templates make it. */
  List<LiveWorkload> makers(ClaimRef claim) {
    String base = claim.withoutOrdinal();
    return byBase.getOrDefault(new ClaimRef(claim.namespace(), base), List.of());
  }
}
