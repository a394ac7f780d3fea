package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;

/**
 * Names from which Kubernetes makes others: a CronJob's jobs get eleven characters more, a job's
 * name becomes a label, a StatefulSet's with a hash behind it too, and a Deployment's ReplicaSet is
 * named after it. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Names</a>.
 */
final class WorkloadNames extends Rule {
  @Override
  void checkWorkload(Workload workload, Findings findings) {
    WorkloadKind kind = workload.kind();
    String name = workload.name();
    if (name.length() > longest(kind)) {
      findings.add(
          Code.INVALID_NAME,
          workload.metadata().name().span(),
          message(
              "{} {} has a name of {} characters; at most {} are accepted, because others are made"
                  + " from it",
              kind,
              name,
              name.length(),
              longest(kind)),
          "choose a shorter name");
    } else if (kind == WorkloadKind.STATEFUL_SET && name.contains(".")) {
      findings.add(
          Code.INVALID_NAME,
          workload.metadata().name().span(),
          message(
              "{} {} has a dot in its name, which becomes the host name of its pods: the API server"
                  + " rejects it",
              kind,
              name),
          "write " + name.replace('.', '-'));
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
}
