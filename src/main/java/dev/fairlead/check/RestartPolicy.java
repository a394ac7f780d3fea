package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.WorkloadKind;

/**
 * Pods of a Job come to an end, those of a Deployment don't. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template">Pod
 * template</a>.
 */
final class RestartPolicy implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    plan.ownWorkloads()
        .filter(workload -> workload.kind() != WorkloadKind.POD)
        .forEach(
            workload -> {
              String policy = workload.podSpec().text("restartPolicy").orElse("Always");
              boolean always = policy.equals("Always");
              if (always == workload.kind().runsToCompletion()) {
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
                        + (always ? "\"Never\", \"OnFailure\"" : "\"Always\""));
              }
            });
  }
}
