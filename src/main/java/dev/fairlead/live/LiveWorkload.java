package dev.fairlead.live;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** A Pod of a cluster, or a controller of pods. */
public record LiveWorkload(Mapping manifest, Workload model) implements Live {
  /** The kind. */
  public WorkloadKind kind() {
    return model.kind();
  }

  /** Whether it is a Pod. */
  public boolean isPod() {
    return kind() == WorkloadKind.POD;
  }

  /** The namespace in which its claims are. */
  public String claimNamespace() {
    return namespace().isEmpty() ? "default" : namespace();
  }

  /** How many pods it is to have; 1 if the dump doesn't tell. */
  public int replicas() {
    return spec().find("replicas") instanceof Scalar scalar && scalar.isNumber()
        ? scalar.integer().intValue()
        : 1;
  }

  /** The claims that its pods mount by name; for a Pod, also those that it makes for itself. */
  public List<ClaimRef> claims() {
    List<ClaimRef> claims = new ArrayList<>();
    for (Mapping volume : model.podSpec().mappings("volumes")) {
      String name = volume.mapping("persistentVolumeClaim").stringOr("claimName", "");
      // https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
      if (isPod() && volume.has("ephemeral")) {
        name = name() + "-" + volume.stringOr("name", "");
      }
      if (!name.isEmpty()) {
        claims.add(new ClaimRef(claimNamespace(), name));
      }
    }
    return claims;
  }

  /** The names of a StatefulSet's claims without ordinal: template and set. */
  public List<ClaimRef> claimBases() {
    List<ClaimRef> bases = new ArrayList<>();
    if (kind() == WorkloadKind.STATEFUL_SET) {
      for (Mapping template : spec().mappings("volumeClaimTemplates")) {
        String name = template.mapping("metadata").stringOr("name", "");
        bases.add(new ClaimRef(claimNamespace(), name + "-" + name()));
      }
    }
    return bases;
  }

  /** The phase of a Pod; empty for others. */
  public String phase() {
    return status().stringOr("phase", "");
  }

  /** Whether it is a Pod whose containers have ended for good. */
  public boolean isFinished() {
    return isPod() && (phase().equals("Succeeded") || phase().equals("Failed"));
  }

  /** The node of a Pod; empty for others, and before it is scheduled. */
  public String nodeName() {
    return isPod() ? spec().stringOr("nodeName", "") : "";
  }
}
