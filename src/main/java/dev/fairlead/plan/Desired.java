package dev.fairlead.plan;

import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the specs make, by name. */
final class Desired {
  private final Plan plan;
  private final Map<String, Volume> volumes = new LinkedHashMap<>();
  private final Map<ClaimRef, Claim> claims = new LinkedHashMap<>();
  private final Map<ClaimRef, String> targets = new LinkedHashMap<>();
  private final Map<ObjectRef, Workload> workloads = new LinkedHashMap<>();

  Desired(Plan plan) {
    this.plan = plan;
    for (Volume volume : plan.volumes()) {
      volumes.put(volume.name(), volume);
      volume.claimRef().ifPresent(ref -> targets.put(ref.value(), volume.name()));
    }
    for (Claim claim : plan.claims()) {
      claims.put(claim.ref(), claim);
      claim.volumeName().ifPresent(name -> targets.put(claim.ref(), name.value()));
    }
    for (Workload workload : plan.workloads()) {
      workloads.put(ObjectRef.of(workload), workload);
    }
  }

  Plan plan() {
    return plan;
  }

  Map<String, Volume> volumes() {
    return volumes;
  }

  Map<ClaimRef, Claim> claims() {
    return claims;
  }

  Optional<Claim> claim(ClaimRef ref) {
    return Optional.ofNullable(claims.get(ref));
  }

  /** The volume that a claim is to be bound to; empty if the binder or a provisioner decides. */
  String target(ClaimRef claim) {
    return targets.getOrDefault(claim, "");
  }

  /** The workload of a spec with this kind and name, even if it is only patched. */
  Optional<Workload> workload(ObjectRef ref) {
    return Optional.ofNullable(workloads.get(ref));
  }
}
