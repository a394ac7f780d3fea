package dev.fairlead.graph;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim as the picture needs it.
 *
 * @param volume the volume that it names; empty if it names none
 * @param className empty if it has none, or if the cluster chooses it
 * @param phase empty in specs and manifests
 */
record StoredClaim(
    ClaimRef ref,
    String volume,
    String className,
    String uid,
    String phase,
    List<String> details,
    Span place) {

  static StoredClaim of(Claim claim) {
    return new StoredClaim(
        claim.ref(),
        claim.volumeName().map(name -> name.value()).orElse(""),
        claim.storageClassName().map(name -> name.value()).orElse(""),
        "",
        "",
        details(claim),
        claim.metadata().name().span());
  }

  static StoredClaim of(LiveClaim live) {
    return new StoredClaim(
        live.ref(),
        live.volumeName(),
        live.className().orElse(""),
        live.uid(),
        live.phase(),
        live.model().map(StoredClaim::details).orElse(List.of()),
        live.place());
  }

  private static List<String> details(Claim claim) {
    List<String> details = new ArrayList<>();
    details.add(claim.request().value() + " · " + Words.modes(claim.accessModes().value()));
    if (claim.storageClassName().isPresent()) {
      String name = claim.storageClassName().get().value();
      details.add(name.isEmpty() ? "no storage class" : "storage class " + name);
    } else {
      details.add("the cluster's default storage class");
    }
    details.add("volume mode " + claim.volumeMode().value());
    return details;
  }
}
