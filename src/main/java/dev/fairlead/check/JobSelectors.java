package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;

/**
 * Kubernetes generates the selector of a Job; a selector written by hand needs manualSelector. See
 * <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector">Specifying
 * your own pod selector</a>.
 */
final class JobSelectors extends Rule {
  @Override
  void checkWorkload(Workload workload, Findings findings) {
    if (!workload.kind().runsToCompletion()) {
      return;
    }
    boolean cron = workload.kind() == WorkloadKind.CRON_JOB;
    Mapping job = cron ? workload.spec().mapping("jobTemplate").mapping("spec") : workload.spec();
    boolean selector = job.get("selector").isPresent();
    boolean manual = job.isTrue("manualSelector") && !cron;
    if (selector != manual) {
      String problem = cron ? "a selector for its jobs" : "only one of selector and manualSelector";
      findings.add(
          Code.SELECTOR_MISMATCH,
          job.spanOf(selector ? "selector" : "manualSelector"),
          message(
              "{} {} has {}: the API server rejects it",
              workload.kind(),
              workload.name(),
              plain(problem)),
          "leave both out: Kubernetes generates a selector");
    }
  }
}
