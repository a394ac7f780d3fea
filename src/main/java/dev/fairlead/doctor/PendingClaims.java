package dev.fairlead.doctor;

import dev.fairlead.binder.Binder;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;

/**
 * Claims that have no volume: why. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class PendingClaims implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    Ages ages = new Ages(dump);
    NamedVolumes named = new NamedVolumes(dump, binder, ages, findings);
    AnyVolumes any = new AnyVolumes(dump, binder, ages, findings);
    for (LiveClaim claim : dump.claims()) {
      // A claim that has been bound once is Lost, or will be.
      if (claim.isPending() && !claim.isTerminating() && !claim.saysBound()) {
        if (claim.volumeName().isEmpty()) {
          any.examine(claim);
        } else {
          named.examine(claim);
        }
      }
    }
  }
}
