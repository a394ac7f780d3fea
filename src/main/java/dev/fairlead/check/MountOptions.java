package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;

/**
 * Options of a mount that exclude or require each other. The API server rejects the pod. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation">Mount
 * propagation</a>.
 */
final class MountOptions extends Rule {
  @Override
  void checkPods(Workload workload, Findings findings) {
    for (Mapping container : Pod.of(workload).containers()) {
      boolean privileged = container.mapping("securityContext").isTrue("privileged");
      for (Mapping mount : container.mappings("volumeMounts")) {
        subPaths(mount, findings);
        recursive(mount, findings);
        propagation(mount, privileged, findings);
      }
    }
  }

  private static void subPaths(Mapping mount, Findings findings) {
    boolean both =
        !mount.text("subPath").orElse("").isEmpty()
            && !mount.text("subPathExpr").orElse("").isEmpty();
    if (both) {
      reject(
          mount, "subPathExpr", "has both subPath and subPathExpr", "keep one of them", findings);
    }
  }

  private static void propagation(Mapping mount, boolean privileged, Findings findings) {
    if (propagation(mount).equals("Bidirectional") && !privileged) {
      reject(
          mount,
          "mountPropagation",
          "is Bidirectional, which only a privileged container can use",
          "write HostToContainer, or securityContext: {privileged: true} in the container",
          findings);
    }
  }

  private static void recursive(Mapping mount, Findings findings) {
    if (mount.text("recursiveReadOnly").orElse("Disabled").equals("Disabled")) {
      return;
    }
    if (!mount.isTrue("readOnly")) {
      reject(
          mount,
          "recursiveReadOnly",
          "is recursiveReadOnly but not readOnly",
          "write readOnly: true beside it",
          findings);
    }
    if (!propagation(mount).equals("None")) {
      reject(
          mount,
          "mountPropagation",
          "is recursiveReadOnly and has a mountPropagation other than None",
          "leave mountPropagation out",
          findings);
    }
  }

  private static String propagation(Mapping mount) {
    return mount.text("mountPropagation").orElse("None");
  }

  private static void reject(
      Mapping mount, String key, String problem, String hint, Findings findings) {
    findings.addUnlessReported(
        Code.MOUNT_OPTIONS_CONFLICT,
        mount.spanOf(key),
        message("the mount at {} {}", mount.text("mountPath").orElse(""), plain(problem)),
        hint);
  }
}
