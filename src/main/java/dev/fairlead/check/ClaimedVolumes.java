package dev.fairlead.check;

import dev.fairlead.model.ByClaim;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The volume behind each claim, whichever of them names the other. */
final class ClaimedVolumes {
  private final ByClaim<Volume> volumes = new ByClaim<>();

  ClaimedVolumes(Plan plan) {
    Map<String, Volume> byName = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      byName.putIfAbsent(volume.name(), volume);
      if (volume.claimRef().isPresent()) {
        volumes.putIfAbsent(volume.claimRef().get().value(), volume);
      }
    }
    for (Claim claim : plan.claims()) {
      if (claim.volumeName().isPresent()) {
        Volume named = byName.get(claim.volumeName().get().value());
        if (named != null && named.claimRef().isEmpty()) {
          volumes.putIfAbsent(claim.ref(), named);
        }
      }
    }
  }

  /** The volume of a claim; null if it is not in the plan. */
  Volume of(ClaimRef claim) {
    return volumes.get(claim);
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
