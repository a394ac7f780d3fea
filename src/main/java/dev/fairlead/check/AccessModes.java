package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.List;
import java.util.Set;

/**
 * ReadWriteOncePod can't be combined with other access modes, and only CSI volumes support it. See
 * <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class AccessModes extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    alone("volume", volume, volume.accessModes(), findings);
    boolean once = volume.accessModes().value().contains(AccessMode.READ_WRITE_ONCE_POD);
    if (once && !volume.source().value().isCsi()) {
      findings.add(
          Diagnostic.of(
                  Code.ACCESS_MODE_NOT_SUPPORTED,
                  volume.accessModes().span(),
                  message(
                      "volume {} is ReadWriteOncePod, which only csi volumes can be, not {}",
                      volume.name(),
                      volume.source().value().type()))
              .withHint("use ReadWriteOnce, or the csi source of its driver")
              .withRelated(volume.source().span(), "the source"));
    }
  }

  @Override
  void checkClaim(Claim claim, Findings findings) {
    alone("claim", claim, claim.accessModes(), findings);
  }

  private static void alone(
      String what, Resource resource, Located<List<AccessMode>> modes, Findings findings) {
    boolean once = modes.value().contains(AccessMode.READ_WRITE_ONCE_POD);
    if (once && Set.copyOf(modes.value()).size() > 1) {
      findings.add(
          Code.ACCESS_MODES,
          modes.span(),
          message(
              "{} {} combines ReadWriteOncePod with another access mode: the API server rejects it",
              plain(what),
              resource.name()),
          "keep ReadWriteOncePod alone, or leave it out");
    }
  }
}
