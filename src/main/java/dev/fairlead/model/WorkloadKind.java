package dev.fairlead.model;

import java.util.Optional;

/**
 * The kinds of object that fairlead can write pods into. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/">Workloads</a>.
 */
public enum WorkloadKind {
  POD("Pod", "v1"),
  DEPLOYMENT("Deployment", "apps/v1"),
  STATEFUL_SET("StatefulSet", "apps/v1"),
  DAEMON_SET("DaemonSet", "apps/v1"),
  JOB("Job", "batch/v1"),
  CRON_JOB("CronJob", "batch/v1");

  private final String word;
  private final String apiVersion;

  WorkloadKind(String word, String apiVersion) {
    this.word = word;
    this.apiVersion = apiVersion;
  }

  /** The kind spelt {@code word}, if there is one. */
  public static Optional<WorkloadKind> of(String word) {
    for (WorkloadKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The API group and version of the kind. */
  public String apiVersion() {
    return apiVersion;
  }

  /** Whether it finds its pods by a label selector that has to be written. */
  public boolean hasSelector() {
    return this == DEPLOYMENT || this == STATEFUL_SET || this == DAEMON_SET;
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
