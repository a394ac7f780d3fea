package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pod that mounts a claim which is not in the plan but has almost the name of one that is, or of
 * one that a volume would have. The pod would wait for it forever.
 */
final class NearClaimNames extends Rule {
  /** With more claims than this, comparing each of them takes too long. */
  private static final int MAX_CLAIMS = 1000;

  @Override
  void check(Plan plan, Findings findings) {
    Set<ClaimRef> known = new HashSet<>();
    for (Claim claim : plan.claims()) {
      known.add(claim.ref());
    }
    Map<String, Volume> volumes = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      volumes.putIfAbsent(volume.name(), volume);
      if (volume.claimRef().isPresent()) {
        known.add(volume.claimRef().get().value());
      } else {
        volumes.putIfAbsent("pvc-" + volume.name(), volume);
      }
    }
    for (Workload workload : plan.workloads()) {
      for (Mapping volume : Pod.of(workload).claimVolumes()) {
        Mapping source = volume.mapping("persistentVolumeClaim");
        String name = source.text("claimName").orElse("");
        Span span = source.spanOf("claimName");
        if (known.contains(new ClaimRef(workload.namespace(), name))) {
          continue;
        }
        if (volumes.containsKey(name)) {
          likeVolume(workload, name, span, volumes.get(name), findings);
        } else {
          likeClaim(workload, name, span, known, findings);
        }
      }
    }
  }

  private static void likeVolume(
      Workload workload, String name, Span span, Volume meant, Findings findings) {
    String why = message("volume {} is not reserved", meant.name());
    String remedy = "correct the name, or write a claim with volumeName: " + meant.name();
    if (meant.claimRef().isPresent()) {
      String claim = meant.claimRef().get().value().name();
      why = message("the claim of volume {} is {}", meant.name(), claim);
      remedy = "write claimName: " + claim;
    }
    findings.warn(
        Code.NEAR_CLAIM_NAME,
        List.of(workload),
        span,
        message("no claim {} is made here: {}", name, plain(why)),
        findings.hint("mount the volume itself: " + meant.name(), remedy));
  }

  private static void likeClaim(
      Workload workload, String name, Span span, Set<ClaimRef> known, Findings findings) {
    String near = null;
    for (ClaimRef ref : known) {
      boolean isNear =
          ref.namespace().equals(workload.namespace())
              ? known.size() <= MAX_CLAIMS && Nearest.distance(ref.name(), name) == 1
              : ref.name().equals(name);
      if (isNear && (near == null || ref.toString().compareTo(near) < 0)) {
        near = ref.toString();
      }
    }
    if (near != null) {
      findings.warn(
          Code.NEAR_CLAIM_NAME,
          List.of(workload),
          span,
          message(
              "no claim {} is made in namespace {}, but {} is", name, workload.namespace(), near),
          "correct the name; if both claims exist, write "
              + findings.hint(
                  "ignore: [near-claim-name]",
                  "the annotation fairlead.dev/ignore: near-claim-name"));
    }
  }
}
