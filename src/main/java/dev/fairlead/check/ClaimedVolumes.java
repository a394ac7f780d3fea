package dev.fairlead.check;

import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/** The volume behind each claim, whichever of them names the other. */
final class ClaimedVolumes {
  private final Plan plan;

  ClaimedVolumes(Plan plan) {
    this.plan = plan;
  }

  /** The volume of a claim; null if it is not in the plan. */
  Volume of(ClaimRef ref) {
    Volume volume = plan.volumeFor(ref);
    Claim claim = volume == null ? plan.claim(ref) : null;
    if (claim == null || claim.volumeName().isEmpty()) {
      return volume;
    }
    Volume named = plan.volume(claim.volumeName().get().value());
    return named != null && named.claimRef().isEmpty() ? named : null;
  }

  /** A volume of a pod, and the entry of the pod's volumes that mounts it. */
  record Mounted(Volume volume, Mapping entry) {}

  /** The volumes of this plan that every pod of the workload mounts. */
  List<Mounted> of(Workload workload) {
    List<Mounted> mounted = new ArrayList<>();
    for (Mapping entry : Pod.of(workload).claimVolumes()) {
      String name = entry.mapping("persistentVolumeClaim").stringOr("claimName", "");
      Volume volume = of(new ClaimRef(workload.namespace(), name));
      if (volume != null) {
        mounted.add(new Mounted(volume, entry));
      }
    }
    return mounted;
  }
}
