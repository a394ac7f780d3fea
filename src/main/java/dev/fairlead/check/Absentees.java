package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * Partners that are not among the manifests. They may be in the cluster; a name that is misspelt
 * looks the same, and waits for ever without an event. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
final class Absentees implements Rule {
  private final Names names;

  Absentees(Names names) {
    this.names = names;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (Claim claim : plan.claims()) {
      check(claim, findings);
    }
    for (Volume volume : plan.volumes()) {
      check(volume, findings);
    }
  }

  private void check(Claim claim, Findings findings) {
    if (claim.volumeName().isEmpty()) {
      return;
    }
    At<String> volume = claim.volumeName().get();
    if (!names.volumes().contains(volume.value())) {
      findings.warn(
          Code.NOT_AMONG_MANIFESTS,
          List.of(claim),
          volume.span(),
          "claim "
              + quote(claim.name())
              + " names volume "
              + quote(volume.value())
              + ", which is not among these manifests",
          "correct the name, or see to it that the cluster has a volume of this very name");
    }
  }

  private void check(Volume volume, Findings findings) {
    if (volume.claimRef().isEmpty()) {
      return;
    }
    At<ClaimRef> claim = volume.claimRef().get();
    if (!names.claims().contains(claim.value())) {
      findings.warn(
          Code.NOT_AMONG_MANIFESTS,
          List.of(volume),
          claim.span(),
          "volume "
              + quote(volume.name())
              + " is bound to the claim "
              + quote(claim.value().toString())
              + ", which is not among these manifests",
          "correct it, or see to it that the cluster has a claim of this very name and namespace");
    }
  }
}
