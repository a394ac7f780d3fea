package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Recorded;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;

/**
 * What a cluster noted about an earlier binding. A volume whose claimRef has the uid of an earlier
 * claim is Released at once, and a claim that says that it is bound and isn't is Lost. Together in
 * one dump, a bound volume and its claim are healthy. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class StaleRecords extends Rule {
  private static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";

  @Override
  void check(Plan plan, Findings findings) {
    TemplateClaims made = new TemplateClaims(plan);
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent() && volume.recorded().claimUid().isPresent()) {
        ClaimRef ref = volume.claimRef().get().value();
        Claim claim = plan.claim(ref);
        // MissingPartners reports a Released volume without its claim.
        boolean alone = claim == null && made.of(ref) == null;
        if (!alone || !volume.recorded().released()) {
          uid(volume, claim, volume.recorded().claimUid().get(), findings);
        }
      }
    }
    for (Claim claim : plan.claims()) {
      if (claim.metadata().annotations().has(BIND_COMPLETED) && !claim.recorded().bound()) {
        bindCompleted(claim, plan, findings);
      }
    }
  }

  private static void uid(Volume volume, Claim claim, Located<String> uid, Findings findings) {
    if (uid.value().isEmpty() || isHealthy(volume.recorded(), claim, uid.value())) {
      return;
    }
    findings.add(
        Code.CLAIM_REF,
        uid.span(),
        message(
            "claimRef of volume {} has the uid of an earlier claim {}: the volume would be"
                + " Released, and the claim stay Pending",
            volume.name(),
            volume.claimRef().get().value().toString()),
        "remove uid and resourceVersion from the claimRef, which a cluster fills in");
  }

  /** Whether the volume is bound to that very claim; without the claim, its word is taken. */
  private static boolean isHealthy(Recorded volume, Claim claim, String uid) {
    return volume.bound() && (claim == null || claim.recorded().uid().equals(uid));
  }

  private static void bindCompleted(Claim claim, Plan plan, Findings findings) {
    Volume volume =
        claim.volumeName().isPresent() ? plan.volume(claim.volumeName().get().value()) : null;
    if (volume != null && volume.claimRef().isEmpty()) {
      return;
    }
    findings.add(
        Code.ANNOTATIONS,
        claim.metadata().name().span(),
        message(
            "claim {} has the annotation {} but is not bound yet: it would be Lost",
            claim.name(),
            BIND_COMPLETED),
        "remove it: Kubernetes adds it to a bound claim");
  }
}
