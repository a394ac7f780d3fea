package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A claim that names a volume and the volume that names a claim name each other. A claim whose
 * volume is reserved for another claim stays Pending forever, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
final class VolumeNames extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    Map<String, Claim> byVolumeName = new HashMap<>();
    for (Claim claim : plan.claims()) {
      if (claim.name().isEmpty() || claim.volumeName().isEmpty()) {
        continue;
      }
      Located<String> name = claim.volumeName().get();
      Claim first = byVolumeName.putIfAbsent(name.value(), claim);
      Volume volume = plan.volume(name.value());
      if (first != null && !mayBeSame(first, claim) && !findings.areApart(first, claim)) {
        Located<ClaimRef> other = new Located<>(first.ref(), first.volumeName().get().span());
        taken(name.span(), name.value(), other, findings);
      } else if (volume != null && !findings.areApart(volume, claim)) {
        pointsBack(volume, claim, name.span(), findings);
      }
    }
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        claimNames(volume, volume.claimRef().get(), plan, findings);
      }
    }
  }

  /** Whether two files have the same claim, perhaps for different clusters. */
  private static boolean mayBeSame(Claim first, Claim claim) {
    return claim.namespace().isEmpty() && first.ref().equals(claim.ref());
  }

  private static void pointsBack(Volume volume, Claim claim, Span span, Findings findings) {
    if (volume.claimRef().isEmpty()) {
      findings.warn(
          List.of(volume, claim),
          Diagnostic.of(
                  Code.ONE_WAY_BINDING,
                  span,
                  message(
                      "claim {} names volume {}, but the volume does not name the claim: another"
                          + " claim may take it",
                      claim.name(),
                      volume.name()))
              .withHint(
                  findings.hint(
                      message("write volume: {} instead of volumeName", plain(volume.name())),
                      message(
                          "write claimRef: {namespace: {}, name: {}} in the volume",
                          plain(claim.namespace().isEmpty() ? "<namespace>" : claim.namespace()),
                          plain(claim.name()))))
              .withRelated(volume.metadata().name().span(), "names no claim"));
    } else if (!volume.claimRef().get().value().matches(claim.ref())) {
      taken(span, volume.name(), volume.claimRef().get(), findings);
    }
  }

  private static void taken(Span span, String volume, Located<ClaimRef> claim, Findings findings) {
    findings.addUnlessReported(
        Diagnostic.of(
                Code.VOLUME_BOUND_TWICE,
                span,
                message(
                    "volume {} is already bound to the claim {}; this claim would stay Pending",
                    volume,
                    claim.value().toString()))
            .withHint("give this claim a volume of its own, or mount the other claim")
            .withRelated(claim.span(), "bound here"));
  }

  private static void claimNames(
      Volume volume, Located<ClaimRef> ref, Plan plan, Findings findings) {
    Claim claim = plan.claim(ref.value());
    if (claim == null || claim.volumeName().isEmpty() || findings.areApart(volume, claim)) {
      return;
    }
    String named = claim.volumeName().get().value();
    if (!named.equals(volume.name())) {
      findings.addUnlessReported(
          Diagnostic.of(
                  Code.CLAIM_BOUND_TWICE,
                  ref.span(),
                  message(
                      "volume {} is bound to the claim {}, which names volume {}",
                      volume.name(),
                      ref.value().toString(),
                      named))
              .withHint("give the volume a claim of its own, or make both name each other")
              .withRelated(claim.volumeName().get().span(), "the claim names another volume"));
    }
  }
}
