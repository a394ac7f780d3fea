package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;

/**
 * Ephemeral containers are only added to a pod that runs. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/">Ephemeral
 * containers</a>.
 */
final class EphemeralContainers extends Rule {
  @Override
  void checkPods(Workload workload, Findings findings) {
    Mapping pod = workload.podSpec();
    if (!pod.list("ephemeralContainers").isEmpty()) {
      findings.addUnlessReported(
          Code.MISPLACED_FIELD,
          pod.keySpan("ephemeralContainers").orElse(pod.span()),
          message(
              "{} {} has ephemeralContainers: the API server rejects them in a {}",
              workload.kind(),
              workload.name(),
              plain(workload.kind() == WorkloadKind.POD ? "pod that it creates" : "template")),
          "remove them; kubectl debug adds them to a pod that runs");
    }
  }
}
