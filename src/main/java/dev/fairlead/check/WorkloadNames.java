package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;

/**
 * Names from which Kubernetes makes others: a CronJob's jobs get eleven characters more, a job's
 * name becomes a label, a StatefulSet's with a hash behind it too, and a Deployment's ReplicaSet is
 * named after it. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Names</a>.
 */
final class WorkloadNames implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.ownWorkloads()) {
      check(workload, findings);
    }
  }

  private static void check(Workload workload, Findings findings) {
    int length = workload.name().length();
    if (length > longest(workload.kind())) {
      reject(
          workload,
          "has a name of "
              + length
              + " characters; at most "
              + longest(workload.kind())
              + " are accepted, because others are made from it",
          "choose a shorter name",
          findings);
    } else if (workload.kind() == WorkloadKind.STATEFUL_SET && workload.name().contains(".")) {
      reject(
          workload,
          "has a dot in its name, which becomes the host name of its pods: the API server rejects"
              + " it",
          "write " + workload.name().replace('.', '-'),
          findings);
    }
  }

  private static int longest(WorkloadKind kind) {
    return switch (kind) {
      case CRON_JOB, STATEFUL_SET -> 52;
      case JOB -> 63;
      case DEPLOYMENT -> 242;
      case POD, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER, POD_TEMPLATE -> 253;
    };
  }

  private static void reject(Workload workload, String problem, String hint, Findings findings) {
    findings.add(
        Code.INVALID_NAME,
        workload.metadata().name().span(),
        workload.kind() + " " + quote(workload.name()) + " " + problem,
        hint);
  }
}
