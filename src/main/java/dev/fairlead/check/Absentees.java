package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
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
    plan.claims()
        .filter(claim -> claim.volumeName().isPresent())
        .filter(claim -> !names.volumes().contains(claim.volumeName().get().value()))
        .forEach(
            claim ->
                findings.warn(
                    Code.NOT_AMONG_MANIFESTS,
                    List.of(claim),
                    claim.volumeName().get().span(),
                    "claim "
                        + quote(claim.name())
                        + " names volume "
                        + quote(claim.volumeName().get().value())
                        + ", which is not among these manifests",
                    "correct the name, or see to it that the cluster has a volume of this very name"));
    plan.volumes()
        .filter(volume -> volume.claimRef().isPresent())
        .filter(volume -> !names.claims().contains(volume.claimRef().get().value()))
        .forEach(
            volume ->
                findings.warn(
                    Code.NOT_AMONG_MANIFESTS,
                    List.of(volume),
                    volume.claimRef().get().span(),
                    "volume "
                        + quote(volume.name())
                        + " is bound to the claim "
                        + quote(volume.claimRef().get().value().toString())
                        + ", which is not among these manifests",
                    "correct it, or see to it that the cluster has a claim of this very name and namespace"));
  }
}
