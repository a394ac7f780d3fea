package dev.fairlead.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds that are read from a dump, with the names that kubectl knows them by. */
public enum LiveKind {
  PERSISTENT_VOLUME("PersistentVolume", "v1", "persistentvolumes", "pv"),
  PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim", "v1", "persistentvolumeclaims", "pvc"),
  POD("Pod", "v1", "pods", "po"),
  DEPLOYMENT("Deployment", "apps/v1", "deployments", "deploy"),
  STATEFUL_SET("StatefulSet", "apps/v1", "statefulsets", "sts"),
  DAEMON_SET("DaemonSet", "apps/v1", "daemonsets", "ds"),
  REPLICA_SET("ReplicaSet", "apps/v1", "replicasets", "rs"),
  REPLICATION_CONTROLLER("ReplicationController", "v1", "replicationcontrollers", "rc"),
  JOB("Job", "batch/v1", "jobs", "job"),
  CRON_JOB("CronJob", "batch/v1", "cronjobs", "cj"),
  POD_TEMPLATE("PodTemplate", "v1", "podtemplates", "podtemplate"),
  STORAGE_CLASS("StorageClass", "storage.k8s.io/v1", "storageclasses", "sc"),
  CSI_DRIVER("CSIDriver", "storage.k8s.io/v1", "csidrivers", "csidriver"),
  CSI_NODE("CSINode", "storage.k8s.io/v1", "csinodes", "csinode"),
  VOLUME_ATTACHMENT("VolumeAttachment", "storage.k8s.io/v1", "volumeattachments", "va"),
  NODE("Node", "v1", "nodes", "no"),
  NAMESPACE("Namespace", "v1", "namespaces", "ns"),
  APPLICATION("Application", "argoproj.io/v1alpha1", "applications", "app"),
  KUSTOMIZATION("Kustomization", "kustomize.toolkit.fluxcd.io/v1", "kustomizations", "ks"),
  HELM_RELEASE("HelmRelease", "helm.toolkit.fluxcd.io/v2", "helmreleases", "hr");

  private final String word;
  private final String apiVersion;
  private final String plural;
  private final String shortName;

  LiveKind(String word, String apiVersion, String plural, String shortName) {
    this.word = word;
    this.apiVersion = apiVersion;
    this.plural = plural;
    this.shortName = shortName;
  }

  /** The kind of an object, if it is one of these. */
  public static Optional<LiveKind> ofObject(String apiVersion, String word) {
    for (LiveKind kind : values()) {
      if (kind.word.equals(word) && kind.apiVersion.equals(apiVersion)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind with this name in kubectl: kind, singular, plural or short name, in any case. */
  public static Optional<LiveKind> ofKubectl(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (LiveKind kind : values()) {
      if (List.of(kind.word.toLowerCase(Locale.ROOT), kind.plural, kind.shortName)
          .contains(lower)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The short name for kubectl, such as {@code pvc}. */
  public String shortName() {
    return shortName;
  }

  /** The name in Kubernetes, such as {@code PersistentVolume}. */
  @Override
  public String toString() {
    return word;
  }
}
