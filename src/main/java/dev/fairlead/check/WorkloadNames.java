package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;

/**
 * Names from which Kubernetes makes others: a CronJob's jobs get eleven characters more, and a
 * job's name becomes a label. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec">CronJob</a>.
 */
final class WorkloadNames implements Rule {
  private static final int LONGEST = 63;
  private static final int LONGEST_CRON_JOB = 52;

  @Override
  public void check(Plan plan, Findings findings) {
    plan.workloads()
        .forEach(
            workload -> {
              int longest =
                  switch (workload.kind()) {
                    case CRON_JOB -> LONGEST_CRON_JOB;
                    case JOB, STATEFUL_SET -> LONGEST;
                    default -> Integer.MAX_VALUE;
                  };
              int length = workload.name().length();
              if (length > longest) {
                findings.add(
                    Code.INVALID_NAME,
                    workload.metadata().name().span(),
                    workload.kind()
                        + " "
                        + quote(workload.name())
                        + " has a name of "
                        + length
                        + " characters; at most "
                        + longest
                        + " are accepted");
              }
            });
  }
}
