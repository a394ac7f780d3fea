package dev.fairlead.check;

import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.Map;

/**
 * The modes of the volumes of a pod, and where they stand: those of its claims and of the claim
 * templates.
 */
final class PodVolumeModes {
  private final Plan plan;
  private final Map<String, Located<VolumeMode>> modes = new HashMap<>();

  private PodVolumeModes(Plan plan) {
    this.plan = plan;
  }

  /** The modes by the names of the pod volumes. One that is not known is left out. */
  static Map<String, Located<VolumeMode>> of(Workload workload, Plan plan) {
    PodVolumeModes found = new PodVolumeModes(plan);
    for (Mapping volume : Pod.of(workload).volumes()) {
      String name = volume.stringOr("name", "");
      String claim = volume.mapping("persistentVolumeClaim").stringOr("claimName", "");
      Mapping ephemeral = volume.mapping("ephemeral").mapping("volumeClaimTemplate");
      if (!claim.isEmpty()) {
        found.addClaim(name, new ClaimRef(workload.namespace(), claim));
      } else if (!ephemeral.isEmpty()) {
        found.addTemplate(name, ephemeral);
      }
    }
    // A claim template replaces the pod volume of its name.
    for (Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
      found.addTemplate(template.mapping("metadata").stringOr("name", ""), template);
    }
    return found.modes;
  }

  private void addClaim(String name, ClaimRef ref) {
    Claim claim = plan.claim(ref);
    Volume volume = claim == null ? plan.volumeFor(ref) : null;
    if (claim != null) {
      modes.putIfAbsent(name, claim.volumeMode());
    } else if (volume != null) {
      modes.putIfAbsent(name, volume.volumeMode());
    }
  }

  private void addTemplate(String name, Mapping template) {
    String written = template.mapping("spec").stringOr("volumeMode", "Filesystem");
    VolumeMode mode = VolumeMode.of(written);
    // Another word has an error already.
    if (mode.toString().equals(written)) {
      modes.put(name, new Located<>(mode, template.mapping("spec").spanOf("volumeMode")));
    }
  }
}
