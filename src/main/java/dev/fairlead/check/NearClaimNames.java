package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim that is not made here, but is spelt almost like one that is, or as one would be: the pod
 * would wait for it.
 */
final class NearClaimNames implements Rule {
  /** Among more claims than this, looking at each would take too long for every mount. */
  private static final int MOST = 1000;

  @Override
  public void check(Plan plan, Findings findings) {
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
      for (Tree.Mapping volume : Pod.of(workload).claimVolumes()) {
        check(workload, volume, known, volumes, findings);
      }
    }
  }

  private static void check(
      Workload workload,
      Tree.Mapping volume,
      Set<ClaimRef> known,
      Map<String, Volume> volumes,
      Findings findings) {
    Tree.Mapping source = volume.mapping("persistentVolumeClaim");
    String name = source.text("claimName").orElse("");
    Span span = source.spanOf("claimName");
    if (known.contains(new ClaimRef(workload.namespace(), name))) {
      return;
    }
    if (volumes.containsKey(name)) {
      Volume meant = volumes.get(name);
      String why =
          meant
              .claimRef()
              .map(
                  ref ->
                      "the claim of volume "
                          + quote(meant.name())
                          + " is "
                          + quote(ref.value().name()))
              .orElse("volume " + quote(meant.name()) + " is not reserved");
      findings.warn(
          Code.NEAR_CLAIM_NAME,
          List.of(workload),
          span,
          "no claim " + quote(name) + " is made here: " + why,
          findings.hint(
              "mount the volume itself: " + meant.name(),
              meant
                  .claimRef()
                  .map(ref -> "write claimName: " + ref.value().name())
                  .orElse("correct the name, or write a claim with volumeName: " + meant.name())));
      return;
    }
    Optional<ClaimRef> near =
        known.stream()
            .filter(
                ref ->
                    ref.namespace().equals(workload.namespace())
                        ? known.size() <= MOST && Nearest.distance(ref.name(), name) == 1
                        : ref.name().equals(name))
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .findFirst();
    near.ifPresent(
        ref ->
            findings.warn(
                Code.NEAR_CLAIM_NAME,
                List.of(workload),
                span,
                "no claim "
                    + quote(name)
                    + " is made in namespace "
                    + quote(workload.namespace())
                    + ", but "
                    + quote(ref.toString())
                    + " is",
                "correct the name; if both claims exist, write "
                    + findings.hint(
                        "ignore: [near-claim-name]",
                        "the annotation fairlead.dev/ignore: near-claim-name")));
  }
}
