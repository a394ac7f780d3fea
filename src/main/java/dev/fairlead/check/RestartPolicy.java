package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import java.util.Set;

/**
 * Pods of a Job come to an end, those of a Deployment don't. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template">Pod
 * template</a>.
 */
final class RestartPolicy implements Rule {
  /** Kinds whose pods may have any policy. */
  private static final Set<WorkloadKind> ANY = Set.of(WorkloadKind.POD, WorkloadKind.POD_TEMPLATE);

  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.ownWorkloads()) {
      if (!ANY.contains(workload.kind())) {
        check(workload, findings);
      }
    }
  }

  private static void check(Workload workload, Findings findings) {
    String policy = workload.podSpec().text("restartPolicy").orElse("Always");
    boolean always = policy.equals("Always");
    if (always != workload.kind().runsToCompletion()) {
      return;
    }
    findings.add(
        Code.RESTART_POLICY,
        workload
            .podSpec()
            .get("restartPolicy")
            .map(Tree::span)
            .orElse(workload.metadata().name().span()),
        "restartPolicy is "
            + quote(policy)
            + "; accepted in a "
            + workload.kind()
            + ": "
            + (always ? "\"Never\", \"OnFailure\"" : "\"Always\""),
        always
            ? findings.hint("leave it out for Never", "write restartPolicy: Never in the template")
            : "leave it out; what runs to an end is a Job");
  }
}
