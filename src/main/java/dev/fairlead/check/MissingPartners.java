package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.ByClaim;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.List;

/**
 * Volumes and claims that name a partner which is not in the manifests. It may be in the cluster,
 * but if its name is misspelt, the volume or claim waits forever without an event. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
final class MissingPartners extends Rule {
  private final Names names;

  MissingPartners(Names names) {
    this.names = names;
  }

  @Override
  void check(Plan plan, Findings findings) {
    TemplateClaims made = new TemplateClaims(plan);
    ByClaim<ClaimRef> claims = new ByClaim<>();
    for (ClaimRef claim : names.claims()) {
      claims.putIfAbsent(claim, claim);
    }
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        ClaimRef ref = volume.claimRef().get().value();
        // Without a namespace there is an error already.
        boolean whole = !ref.namespace().isEmpty();
        if (whole && claims.get(ref) == null && made.of(ref) == null) {
          missing(volume, volume.claimRef().get(), findings);
        }
      }
    }
  }

  @Override
  void checkClaim(Claim claim, Findings findings) {
    if (claim.volumeName().isEmpty() || claim.name().isEmpty()) {
      return;
    }
    Located<String> volume = claim.volumeName().get();
    if (!names.volumes().contains(volume.value())) {
      findings.warn(
          Code.NOT_AMONG_MANIFESTS,
          List.of(claim),
          volume.span(),
          message(
              "claim {} names volume {}, which is not among these manifests",
              claim.name(),
              volume.value()),
          "correct the name, or make sure that the cluster has a volume with exactly this name");
    }
  }

  private static void missing(Volume volume, Located<ClaimRef> claim, Findings findings) {
    if (volume.recorded().released()) {
      findings.warn(
          Code.NOT_AMONG_MANIFESTS,
          List.of(volume),
          claim.span(),
          message(
              "volume {} is Released: its claim {} was deleted",
              volume.name(),
              claim.value().toString()),
          "remove claimRef to use it again");
      return;
    }
    findings.warn(
        Code.NOT_AMONG_MANIFESTS,
        List.of(volume),
        claim.span(),
        message(
            "volume {} is bound to the claim {}, which is not among these manifests",
            volume.name(),
            claim.value().toString()),
        "correct it, or make sure that the cluster has a claim with exactly this name and"
            + " namespace");
  }
}
