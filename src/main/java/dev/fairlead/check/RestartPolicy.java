package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Set;

/**
 * Pods of a Job run to completion, pods of a Deployment do not. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template">Pod
 * template</a>.
 */
final class RestartPolicy extends Rule {
  /** Kinds whose pods may have any policy. */
  private static final Set<WorkloadKind> ANY = Set.of(WorkloadKind.POD, WorkloadKind.POD_TEMPLATE);

  @Override
  void checkWorkload(Workload workload, Findings findings) {
    String written = workload.podSpec().text("restartPolicy").orElse("");
    String policy = written.isEmpty() ? "Always" : written;
    boolean always = policy.equals("Always");
    if (ANY.contains(workload.kind()) || always != workload.kind().runsToCompletion()) {
      return;
    }
    findings.add(
        Code.RESTART_POLICY,
        workload
            .podSpec()
            .get("restartPolicy")
            .map(Tree::span)
            .orElse(workload.metadata().name().span()),
        message(
            "restartPolicy is {}; accepted in a {}: {}",
            policy,
            workload.kind(),
            always ? List.of("Never", "OnFailure") : List.of("Always")),
        always
            ? findings.hint(
                "leave it out: fairlead writes Never", "write restartPolicy: Never in the template")
            : "leave it out, or use a Job for pods that run to completion");
  }
}
