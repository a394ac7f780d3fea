package dev.fairlead.plan;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.model.Claim;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a claim of a spec.
 *
 * @param live the live claim that stays, if there is one
 * @param changes what is patched
 * @param reason why the live claim has to go; empty if it stays or there is none
 * @param blocked why nothing can be done; empty if something can
 */
record ClaimDecision(
    Claim want,
    Optional<LiveClaim> live,
    List<FieldChange> changes,
    String reason,
    String blocked) {
  static ClaimDecision create(Claim want) {
    return new ClaimDecision(want, Optional.empty(), List.of(), "", "");
  }

  static ClaimDecision keep(Claim want, LiveClaim live, List<FieldChange> changes) {
    return new ClaimDecision(want, Optional.of(live), changes, "", "");
  }

  static ClaimDecision replace(Claim want, String reason) {
    return new ClaimDecision(want, Optional.empty(), List.of(), reason, "");
  }

  static ClaimDecision blocked(Claim want, String reason) {
    return new ClaimDecision(want, Optional.empty(), List.of(), "", reason);
  }
}
