package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Partners that are not among the manifests. They may be in the cluster; a name that is misspelt
 * looks the same, and waits for ever without an event. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
final class Absentees implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    Set<String> volumes = plan.volumes().map(v -> v.name()).collect(Collectors.toSet());
    Set<ClaimRef> claims = plan.claims().map(c -> c.ref()).collect(Collectors.toSet());
    plan.claims()
        .filter(claim -> claim.volumeName().isPresent())
        .filter(claim -> !volumes.contains(claim.volumeName().get().value()))
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
                    "it has to be in the cluster under this very name"));
    plan.volumes()
        .filter(volume -> volume.claimRef().isPresent())
        .filter(volume -> !claims.contains(volume.claimRef().get().value()))
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
                    "it has to be in the cluster under this very name and namespace"));
  }
}
