package dev.fairlead.check;

import dev.fairlead.check.TemplateClaims.Template;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import java.util.Optional;

/**
 * A volume and its claim agree. If both name each other, Kubernetes binds them without comparing
 * them, and then the pod fails or the claim promises what the disk can't do. If only one names the
 * other, the claim stays Pending or gets another volume. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class PairAgreement extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    for (Claim claim : plan.claims()) {
      Volume volume =
          claim.volumeName().isPresent()
              ? plan.volume(claim.volumeName().get().value())
              : plan.volumeFor(claim.ref());
      if (volume != null) {
        new Pair(volume, claim, findings).check();
      }
    }
    checkTemplates(plan, findings);
  }

  /** Volumes that are reserved for claims which a StatefulSet makes from its templates. */
  private static void checkTemplates(Plan plan, Findings findings) {
    TemplateClaims made = new TemplateClaims(plan);
    if (made.templates().isEmpty()) {
      return;
    }
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        ClaimRef ref = volume.claimRef().get().value();
        Template template = plan.claim(ref) == null ? made.of(ref) : null;
        if (template != null) {
          Optional<Claim> claim = template.claim(ref);
          if (claim.isPresent()) {
            new Pair(volume, claim.get(), findings).check();
          }
        }
      }
    }
  }
}
