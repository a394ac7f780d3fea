package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;

/**
 * Kubernetes derives other names from that of a workload, which limits its length: the jobs of a
 * CronJob get eleven more characters, the name of a Job becomes a label, that of a StatefulSet
 * becomes a label with a hash, and the ReplicaSets of a Deployment are named after it. See <a
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
              "{} {} has a name of {} characters; at most {} are accepted, because Kubernetes makes"
                  + " other names from it",
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
