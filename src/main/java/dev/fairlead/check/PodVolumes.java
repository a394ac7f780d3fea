package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Volumes of a pod have names of their own, a claim is among them once, and every mount finds its
 * volume. See <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class PodVolumes implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      check(workload, findings);
    }
  }

  private static void check(Workload workload, Findings findings) {
    Pod pod = Pod.of(workload);
    Set<String> names = new HashSet<>();
    Map<String, Tree> claims = new HashMap<>();
    for (Tree.Mapping volume : pod.volumes()) {
      String name = volume.text("name").orElse("");
      if (!names.add(name)) {
        findings.add(
            Code.POD_VOLUME_NAME,
            volume.span(),
            "the pod has two volumes named " + quote(name) + ": the API server rejects it",
            "rename one of them, and its mounts");
      }
      Optional<Tree> claim = volume.mapping("persistentVolumeClaim").get("claimName");
      if (claim.isPresent() && claim.get() instanceof Tree.Scalar claimName) {
        // Volumes written by hand come first, so it is those that are pointed at.
        Tree first = claims.putIfAbsent(claimName.text(), claimName);
        if (first != null) {
          twice(workload, claimName.text(), first.span(), findings);
        }
      }
    }
    if (workload.kind() == WorkloadKind.STATEFUL_SET) {
      for (Tree.Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
        claimTemplate(template.mapping("metadata"), names, findings);
      }
    }
    for (Tree.Mapping container : pod.containers()) {
      mounts(container, names, findings);
    }
  }

  private static void claimTemplate(Tree.Mapping metadata, Set<String> names, Findings findings) {
    String name = metadata.text("name").orElse("");
    if (metadata.get("name").isPresent() && !names.add(name)) {
      findings.add(
          Code.POD_VOLUME_NAME,
          metadata.spanOf("name"),
          "the claim template "
              + quote(name)
              + " would take the place of the pod's volume "
              + quote(name),
          "give one of them another name");
    }
  }

  private static void twice(Workload workload, String claim, Span span, Findings findings) {
    findings.add(
        Code.CLAIM_TWICE_IN_POD,
        span,
        workload.kind()
            + " "
            + quote(workload.name())
            + " has the claim "
            + quote(claim)
            + " under two volumes of its pod: a pod with CSI volumes would never start",
        "mount one volume several times instead");
  }

  private static void mounts(Tree.Mapping container, Set<String> names, Findings findings) {
    for (String list : List.of("volumeMounts", "volumeDevices")) {
      for (Tree.Mapping mount : container.mappings(list)) {
        String name = mount.text("name").orElse("");
        if (!names.contains(name)) {
          findings.add(
              Code.DANGLING_REFERENCE,
              mount.spanOf("name"),
              list + " names " + quote(name) + ", which is no volume of the pod",
              findings.hint(
                  "use mounts for disks and claims, as in mounts: {/data: data}; other volumes stand"
                      + " in podSpec.volumes",
                  "correct the name, or add a volume of that name to the pod"));
        }
      }
    }
  }
}
