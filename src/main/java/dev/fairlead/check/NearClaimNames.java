package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A pod that mounts a claim which is not in the plan but has almost the name of one that is, or of
 * one that a volume would have. The pod would wait for it forever.
 */
final class NearClaimNames extends Rule {
  /** With more claims than this, comparing each of them takes too long. */
  private static final int MAX_CLAIMS = 1000;

  /** What precedes the name of a volume in that of its claim. */
  private static final String PREFIX = "pvc-";

  @Override
  void check(Plan plan, Findings findings) {
    TemplateClaims made = new TemplateClaims(plan);
    Set<ClaimRef> claims = null;
    for (Workload workload : plan.workloads()) {
      for (Mapping volume : Pod.of(workload).claimVolumes()) {
        Mapping source = volume.mapping("persistentVolumeClaim");
        String name = source.text("claimName").orElse("");
        Span span = source.spanOf("claimName");
        ClaimRef wanted = new ClaimRef(workload.namespace(), name);
        if (name.isEmpty() || isKnown(wanted, plan) || made.of(wanted) != null) {
          continue;
        }
        Volume meant = meant(name, plan);
        if (meant != null) {
          likeVolume(workload, name, span, meant, findings);
        } else {
          claims = claims == null ? claims(plan) : claims;
          likeClaim(workload, name, span, claims, findings);
        }
      }
    }
  }

  private static boolean isKnown(ClaimRef claim, Plan plan) {
    return plan.claim(claim) != null || plan.volumeFor(claim) != null;
  }

  /** The volume that has the name of a claim, or that would have such a claim; else null. */
  private static Volume meant(String claim, Plan plan) {
    Volume volume = plan.volume(claim);
    if (volume != null || !claim.startsWith(PREFIX)) {
      return volume;
    }
    Volume unclaimed = plan.volume(claim.substring(PREFIX.length()));
    return unclaimed != null && unclaimed.claimRef().isEmpty() ? unclaimed : null;
  }

  /** All claims of the plan, and those that its volumes name. */
  private static Set<ClaimRef> claims(Plan plan) {
    Set<ClaimRef> claims = new HashSet<>();
    for (Claim claim : plan.claims()) {
      if (!claim.name().isEmpty()) {
        claims.add(claim.ref());
      }
    }
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        claims.add(volume.claimRef().get().value());
      }
    }
    return claims;
  }

  private static void likeVolume(
      Workload workload, String name, Span span, Volume meant, Findings findings) {
    String why = message("volume {} is not reserved", meant.name());
    String remedy = "correct the name, or write a claim with volumeName: " + meant.name();
    if (meant.claimRef().isPresent()) {
      ClaimRef claim = meant.claimRef().get().value();
      if (claim.name().equals(name)) {
        elsewhere(workload, name, span, claim, findings);
        return;
      }
      why = message("the claim of volume {} is {}", meant.name(), claim.name());
      remedy =
          message(
              "write claimName: {} in {} {}",
              plain(claim.name()),
              workload.kind(),
              workload.name());
    }
    findings.warn(
        List.of(workload),
        Diagnostic.of(
                Code.NEAR_CLAIM_NAME,
                span,
                message("no claim {} is made here: {}", name, plain(why)))
            .withHint(findings.hint("mount the volume itself: " + meant.name(), remedy))
            .withRelated(meant.metadata().name().span(), "the volume"));
  }

  private static void likeClaim(
      Workload workload, String name, Span span, Set<ClaimRef> known, Findings findings) {
    ClaimRef near = null;
    for (ClaimRef ref : known) {
      boolean inReach =
          new ClaimRef(ref.namespace(), name).matches(new ClaimRef(workload.namespace(), name));
      boolean isNear =
          inReach
              ? known.size() <= MAX_CLAIMS && Nearest.distance(ref.name(), name, 1) == 1
              : ref.name().equals(name);
      if (isNear && (near == null || ref.toString().compareTo(near.toString()) < 0)) {
        near = ref;
      }
    }
    if (near != null) {
      elsewhere(workload, name, span, near, findings);
    }
  }

  private static void elsewhere(
      Workload workload, String name, Span span, ClaimRef near, Findings findings) {
    String namespace = workload.namespace();
    boolean sameName = near.name().equals(name);
    findings.warn(
        Code.NEAR_CLAIM_NAME,
        List.of(workload),
        span,
        message(
            "no claim {} is made{}, but {} is",
            name,
            plain(namespace.isEmpty() ? " here" : message(" in namespace {}", namespace)),
            near.toString()),
        (sameName
                ? message(
                    "give {} {} or the claim the namespace of the other, because a pod mounts"
                        + " claims of its own only",
                    workload.kind(),
                    workload.name())
                : findings.hint(
                    message("write {claim: {}} in {}", plain(near.name()), workload.name()),
                    message(
                        "write claimName: {} in {} {}",
                        plain(near.name()),
                        workload.kind(),
                        workload.name())))
            + "; if both claims exist, write "
            + findings.hint(
                "ignore: [near-claim-name]",
                "the annotation fairlead.dev/ignore: near-claim-name"));
  }
}
