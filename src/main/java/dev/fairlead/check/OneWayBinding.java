package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.List;

/**
 * A volume names a claim that does not name the volume. Until they are bound, the claim may bind to
 * another volume. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
final class OneWayBinding extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        check(volume, volume.claimRef().get(), plan, findings);
      }
    }
  }

  private static void check(Volume volume, Located<ClaimRef> ref, Plan plan, Findings findings) {
    Claim claim = plan.claim(ref.value());
    if (claim != null && claim.volumeName().isEmpty()) {
      String hint =
          findings.hint("write volume: {} in that claim", "write volumeName: {} in that claim");
      findings.warn(
          List.of(volume, claim),
          Diagnostic.of(
                  Code.ONE_WAY_BINDING,
                  ref.span(),
                  message(
                      "volume {} is bound to the claim {}, but the claim does not name the volume"
                          + " and may bind to another one",
                      volume.name(),
                      claim.name()))
              .withHint(message(hint, plain(volume.name())))
              .withRelated(claim.metadata().name().span(), "names no volume"));
    }
  }
}
