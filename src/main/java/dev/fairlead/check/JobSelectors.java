package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;

/**
 * A Job finds its pods by a label that Kubernetes makes up; a selector of its own needs
 * manualSelector. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector">Specifying
 * your own pod selector</a>.
 */
final class JobSelectors implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.ownWorkloads()) {
      if (workload.kind().runsToCompletion()) {
        check(workload, findings);
      }
    }
  }

  private static void check(Workload workload, Findings findings) {
    boolean cron = workload.kind() == WorkloadKind.CRON_JOB;
    Tree.Mapping job =
        cron ? workload.spec().mapping("jobTemplate").mapping("spec") : workload.spec();
    boolean manual = job.isTrue("manualSelector");
    if (job.get("selector").isPresent() == (manual && !cron)) {
      return;
    }
    Tree place = job.get("selector").or(() -> job.get("manualSelector")).orElse(job);
    findings.add(
        Code.SELECTOR_MISMATCH,
        place.span(),
        workload.kind()
            + " "
            + quote(workload.name())
            + (cron
                ? " has a selector for its jobs"
                : " has only one of selector and manualSelector")
            + ": the API server rejects it",
        "leave both out: Kubernetes makes a selector");
  }
}
