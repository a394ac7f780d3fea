package dev.fairlead.model;

import java.util.Optional;
import java.util.Set;

/**
 * The kinds of objects that contain a PodSpec. ReplicaSets and PodTemplates are only read from
 * manifests: a Deployment makes the former, and the latter runs no pods. See <a
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

  private static final Set<WorkloadKind> ONLY_READ = Set.of(REPLICA_SET, POD_TEMPLATE);

  private final String word;
  private final String apiVersion;

  WorkloadKind(String word, String apiVersion) {
    this.word = word;
    this.apiVersion = apiVersion;
  }

  /** The kind with this name, if a spec may use it. */
  public static Optional<WorkloadKind> ofSpec(String word) {
    for (WorkloadKind kind : values()) {
      if (kind.word.equals(word) && !ONLY_READ.contains(kind)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind of a manifest, if its kind contains a PodSpec. */
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

  /** Whether its manifest needs a label selector for its pods. */
  public boolean hasSelector() {
    return switch (this) {
      case DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, REPLICATION_CONTROLLER -> true;
      case POD, JOB, CRON_JOB, POD_TEMPLATE -> false;
    };
  }

  /** Whether its selector is a plain map of labels. */
  public boolean selectsByMap() {
    return this == REPLICATION_CONTROLLER;
  }

  /** Whether its pods run to completion. */
  public boolean runsToCompletion() {
    return this == JOB || this == CRON_JOB;
  }

  /** The name in Kubernetes, such as {@code Deployment}. */
  @Override
  public String toString() {
    return word;
  }
}
