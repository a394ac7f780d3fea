package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import java.util.List;

/**
 * Options of a mount that exclude or need each other: the API server rejects the pod otherwise. See
 * <a href="https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation">Mount
 * propagation</a>.
 */
final class MountOptions implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      for (Tree.Mapping container : Pod.of(workload).containers()) {
        for (Tree.Mapping mount : container.mappings("volumeMounts")) {
          check(container, mount, findings);
        }
      }
    }
  }

  private static void check(Tree.Mapping container, Tree.Mapping mount, Findings findings) {
    if (mount.get("subPath").isPresent() && mount.get("subPathExpr").isPresent()) {
      reject(
          findings, mount, "subPathExpr", "has both subPath and subPathExpr", "keep one of them");
    }
    for (String key : List.of("subPath", "subPathExpr")) {
      String path = mount.text(key).orElse("");
      if (path.startsWith("/") || ("/" + path + "/").contains("/../")) {
        reject(
            findings,
            mount,
            key,
            "has the " + key + " " + quote(path) + ", which leaves its volume",
            "write a path within the volume, without \"/\" before it and without \"..\"");
      }
    }
    String propagation = mount.text("mountPropagation").orElse("None");
    if (propagation.equals("Bidirectional")
        && !container.mapping("securityContext").isTrue("privileged")) {
      reject(
          findings,
          mount,
          "mountPropagation",
          "is Bidirectional, which only a privileged container can use",
          "write HostToContainer, or securityContext: {privileged: true} in the container");
    }
    String recursive = mount.text("recursiveReadOnly").orElse("Disabled");
    if (!recursive.equals("Disabled")) {
      if (!mount.isTrue("readOnly")) {
        reject(
            findings,
            mount,
            "recursiveReadOnly",
            "is recursiveReadOnly but not readOnly",
            "write readOnly: true beside it");
      }
      if (!propagation.equals("None")) {
        reject(
            findings,
            mount,
            "recursiveReadOnly",
            "is recursiveReadOnly and has a mountPropagation other than None",
            "leave mountPropagation out");
      }
    }
  }

  private static void reject(
      Findings findings, Tree.Mapping mount, String key, String problem, String hint) {
    Span span = mount.spanOf(key);
    findings.add(
        Code.MOUNT_OPTIONS_CONFLICT,
        span,
        "the mount at " + quote(mount.text("mountPath").orElse("")) + " " + problem,
        hint);
  }
}
