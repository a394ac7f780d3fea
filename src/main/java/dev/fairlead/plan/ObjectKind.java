package dev.fairlead.plan;

import dev.fairlead.model.WorkloadKind;

/** The kinds of objects that steps change or look at, with the words that kubectl knows. */
public enum ObjectKind {
  PERSISTENT_VOLUME("PersistentVolume", "pv"),
  PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim", "pvc"),
  POD("Pod", "pod"),
  DEPLOYMENT("Deployment", "deployment"),
  STATEFUL_SET("StatefulSet", "statefulset"),
  DAEMON_SET("DaemonSet", "daemonset"),
  REPLICA_SET("ReplicaSet", "replicaset"),
  REPLICATION_CONTROLLER("ReplicationController", "replicationcontroller"),
  JOB("Job", "job"),
  CRON_JOB("CronJob", "cronjob"),
  POD_TEMPLATE("PodTemplate", "podtemplate"),
  NAMESPACE("Namespace", "namespace"),
  APPLICATION("Application", "applications.argoproj.io"),
  KUSTOMIZATION("Kustomization", "kustomizations.kustomize.toolkit.fluxcd.io"),
  HELM_RELEASE("HelmRelease", "helmreleases.helm.toolkit.fluxcd.io");

  private final String word;
  private final String resource;

  ObjectKind(String word, String resource) {
    this.word = word;
    this.resource = resource;
  }

  /** The kind of a workload. */
  public static ObjectKind of(WorkloadKind kind) {
    return valueOf(kind.name());
  }

  /** The name of the resource for kubectl, such as {@code pvc}. */
  public String resource() {
    return resource;
  }

  /** The name in Kubernetes, such as {@code PersistentVolumeClaim}. */
  @Override
  public String toString() {
    return word;
  }
}
