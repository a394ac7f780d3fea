package dev.fairlead.model;

import java.util.Optional;
import java.util.Set;

/**
 * The kinds of object that pods are written into. Some are only read in manifests: Deployments took
 * the place of ReplicaSets and ReplicationControllers, and nothing runs of a PodTemplate. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/">Workloads</a>.
 */
public enum WorkloadKind implements Kind {
  POD("Pod", "v1"),
  DEPLOYMENT("Deployment", "apps/v1"),
  STATEFUL_SET("StatefulSet", "apps/v1"),
  DAEMON_SET("DaemonSet", "apps/v1"),
  JOB("Job", "batch/v1"),
  CRON_JOB("CronJob", "batch/v1"),
  REPLICA_SET("ReplicaSet", "apps/v1"),
  REPLICATION_CONTROLLER("ReplicationController", "v1"),
  POD_TEMPLATE("PodTemplate", "v1");

  private static final Set<WorkloadKind> ONLY_READ =
      Set.of(REPLICA_SET, REPLICATION_CONTROLLER, POD_TEMPLATE);

  private final String word;
  private final String apiVersion;

  WorkloadKind(String word, String apiVersion) {
    this.word = word;
    this.apiVersion = apiVersion;
  }

  /** The kind spelt {@code word} in a spec, if there is one. */
  public static Optional<WorkloadKind> ofSpec(String word) {
    for (WorkloadKind kind : values()) {
      if (kind.word.equals(word) && !ONLY_READ.contains(kind)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind of a manifest, if it is one that has pods. */
  public static Optional<WorkloadKind> ofManifest(String apiVersion, String word) {
    for (WorkloadKind kind : values()) {
      if (kind.word.equals(word) && kind.apiVersion.equals(apiVersion)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  @Override
  public String apiVersion() {
    return apiVersion;
  }

  @Override
  public String template() {
    return "Workload.mustache";
  }

  /** Whether it finds its pods by a label selector that has to be written. */
  public boolean hasSelector() {
    return switch (this) {
      case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER -> true;
      case POD, JOB, CRON_JOB, POD_TEMPLATE -> false;
    };
  }

  /** Whether its pods run to an end. */
  public boolean runsToCompletion() {
    return this == JOB || this == CRON_JOB;
  }

  /** The spelling of Kubernetes. */
  @Override
  public String toString() {
    return word;
  }
}
