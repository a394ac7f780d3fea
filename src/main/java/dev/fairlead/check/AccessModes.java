package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * ReadWriteOncePod stands alone, and only CSI drivers have it. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class AccessModes implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      alone("volume", volume, volume.accessModes(), findings);
      supported(volume, findings);
    }
    for (Claim claim : plan.claims()) {
      alone("claim", claim, claim.accessModes(), findings);
    }
  }

  private static void alone(
      String kind, Resource resource, At<List<AccessMode>> modes, Findings findings) {
    boolean once = modes.value().contains(AccessMode.READ_WRITE_ONCE_POD);
    if (once && modes.value().stream().distinct().count() > 1) {
      findings.add(
          Code.ACCESS_MODES,
          modes.span(),
          kind
              + " "
              + quote(resource.name())
              + " combines ReadWriteOncePod with another access mode: the API server rejects it",
          "keep ReadWriteOncePod alone, or leave it out");
    }
  }

  private static void supported(Volume volume, Findings findings) {
    boolean once = volume.accessModes().value().contains(AccessMode.READ_WRITE_ONCE_POD);
    if (once && !volume.source().value().isCsi()) {
      findings.add(
          Code.ACCESS_MODE_NOT_SUPPORTED,
          volume.accessModes().span(),
          "volume "
              + quote(volume.name())
              + " is ReadWriteOncePod, which only csi volumes can be, not "
              + volume.source().value().type(),
          "use ReadWriteOnce, or the csi source of its driver");
    }
  }
}
