package dev.fairlead.adopt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clusters write into workloads, above all the defaults of pods. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/">Workload
 * resources</a>.
 */
final class WorkloadServerParts {
  private static final String DEFAULT = "a default of the API server";

  /** A path to a label, whose key has dots. */
  private static final Pattern LABEL = Pattern.compile("(.*\\.(?:labels|matchLabels))\\.(.*)");

  /** Kinds, and where the template of their pods is. */
  private static final List<List<String>> TEMPLATES =
      List.of(
          List.of("Deployment", "spec", "template"),
          List.of("StatefulSet", "spec", "template"),
          List.of("DaemonSet", "spec", "template"),
          List.of("Job", "spec", "template"),
          List.of("ReplicationController", "spec", "template"),
          List.of("CronJob", "spec", "jobTemplate", "spec", "template"));

  /** Fields of a kind and their defaults. */
  private static final String[][] OF_KINDS = {
    {"Deployment", "spec.revisionHistoryLimit", "10"},
    {"Deployment", "spec.progressDeadlineSeconds", "600"},
    {"Deployment", "spec.strategy.rollingUpdate.maxSurge", "25%"},
    {"Deployment", "spec.strategy.rollingUpdate.maxUnavailable", "25%"},
    {"Deployment", "spec.strategy.type", "RollingUpdate"},
    {"Deployment", "spec.replicas", "1"},
    {"StatefulSet", "spec.revisionHistoryLimit", "10"},
    {"StatefulSet", "spec.podManagementPolicy", "OrderedReady"},
    {"StatefulSet", "spec.serviceName", ""},
    {"StatefulSet", "spec.updateStrategy.rollingUpdate.partition", "0"},
    {"StatefulSet", "spec.updateStrategy.type", "RollingUpdate"},
    {"StatefulSet", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "Retain"},
    {"StatefulSet", "spec.persistentVolumeClaimRetentionPolicy.whenScaled", "Retain"},
    {"StatefulSet", "spec.volumeClaimTemplates.[].status", null},
    {"StatefulSet", "spec.volumeClaimTemplates.[].metadata.creationTimestamp", null},
    {"DaemonSet", "spec.revisionHistoryLimit", "10"},
    {"DaemonSet", "spec.updateStrategy.rollingUpdate.maxSurge", "0"},
    {"DaemonSet", "spec.updateStrategy.rollingUpdate.maxUnavailable", "1"},
    {"DaemonSet", "spec.updateStrategy.type", "RollingUpdate"},
    {"Job", "spec.backoffLimit", "6"},
    {"Job", "spec.completions", "1"},
    {"Job", "spec.parallelism", "1"},
    {"Job", "spec.completionMode", "NonIndexed"},
    {"Job", "spec.suspend", "false"},
    {"Job", "spec.manualSelector", "false"},
    {"Job", "spec.podReplacementPolicy", "TerminatingOrFailed"},
    {"Job", "spec.selector.matchLabels.batch.kubernetes.io/controller-uid", null},
    {"Job", "spec.selector.matchLabels.controller-uid", null},
    {"Job", "spec.template.metadata.labels.batch.kubernetes.io/controller-uid", null},
    {"Job", "spec.template.metadata.labels.batch.kubernetes.io/job-name", null},
    {"Job", "spec.template.metadata.labels.controller-uid", null},
    {"Job", "spec.template.metadata.labels.job-name", null},
    {"CronJob", "spec.concurrencyPolicy", "Allow"},
    {"CronJob", "spec.suspend", "false"},
    {"CronJob", "spec.failedJobsHistoryLimit", "1"},
    {"CronJob", "spec.successfulJobsHistoryLimit", "3"},
    {"CronJob", "spec.jobTemplate.metadata.creationTimestamp", null},
  };

  /** Fields of a PodSpec and their defaults. */
  private static final String[][] OF_PODS = {
    {"dnsPolicy", "ClusterFirst"},
    {"enableServiceLinks", "true"},
    {"preemptionPolicy", "PreemptLowerPriority"},
    {"priority", "0"},
    {"restartPolicy", "Always"},
    {"schedulerName", "default-scheduler"},
    {"securityContext", "{}"},
    {"serviceAccount", null},
    {"terminationGracePeriodSeconds", "30"},
    {"volumes.[].configMap.defaultMode", "420"},
    {"volumes.[].secret.defaultMode", "420"},
    {"volumes.[].projected.defaultMode", "420"},
    {"volumes.[].downwardAPI.defaultMode", "420"},
    {"volumes.[].hostPath.type", ""},
  };

  /** Fields of a container and their defaults. */
  private static final String[][] OF_CONTAINERS = {
    {"resources", "{}"},
    {"terminationMessagePath", "/dev/termination-log"},
    {"terminationMessagePolicy", "File"},
    {"ports.[].protocol", "TCP"},
    {"env.[].valueFrom.fieldRef.apiVersion", "v1"},
    {"livenessProbe.failureThreshold", "3"},
    {"livenessProbe.periodSeconds", "10"},
    {"livenessProbe.successThreshold", "1"},
    {"livenessProbe.timeoutSeconds", "1"},
    {"livenessProbe.httpGet.scheme", "HTTP"},
    {"readinessProbe.failureThreshold", "3"},
    {"readinessProbe.periodSeconds", "10"},
    {"readinessProbe.successThreshold", "1"},
    {"readinessProbe.timeoutSeconds", "1"},
    {"readinessProbe.httpGet.scheme", "HTTP"},
    {"startupProbe.failureThreshold", "3"},
    {"startupProbe.periodSeconds", "10"},
    {"startupProbe.successThreshold", "1"},
    {"startupProbe.timeoutSeconds", "1"},
    {"startupProbe.httpGet.scheme", "HTTP"},
  };

  private WorkloadServerParts() {}

  /** The rows of the table about workloads. */
  static List<ServerPart> all() {
    List<ServerPart> all = new ArrayList<>();
    all.add(annotation("Deployment", "deployment.kubernetes.io/revision"));
    all.add(annotation("Deployment", "deployment.kubernetes.io/revision-history"));
    all.add(annotation("DaemonSet", "deprecated.daemonset.template.generation"));
    all.add(row("Pod", path(List.of("spec"), "nodeName"), null));
    all.add(row("Pod", path(List.of("spec"), "serviceAccountName"), "default"));
    for (String[] field : OF_KINDS) {
      all.add(row(field[0], keys(field[1]), field[2]));
    }
    pods("Pod", List.of("spec"), all);
    for (List<String> template : TEMPLATES) {
      String kind = template.get(0);
      List<String> path = template.subList(1, template.size());
      all.add(row(kind, path(path, "metadata", "creationTimestamp"), null));
      pods(kind, path(path, "spec"), all);
    }
    return all;
  }

  private static void pods(String kind, List<String> spec, List<ServerPart> all) {
    for (String[] field : OF_PODS) {
      all.add(row(kind, path(spec, keys(field[0]).toArray(String[]::new)), field[1]));
    }
    for (String list : List.of("containers", "initContainers")) {
      List<String> container = path(spec, list, "[]");
      for (String[] field : OF_CONTAINERS) {
        all.add(row(kind, path(container, keys(field[0]).toArray(String[]::new)), field[1]));
      }
      List<String> readOnly = path(container, "volumeMounts", "[]", "readOnly");
      all.add(new ServerPart(List.of(kind), readOnly, "false", ServerPart.When.ALWAYS, DEFAULT));
    }
  }

  /** The keys of a path whose last key may have dots. */
  private static List<String> keys(String path) {
    Matcher labels = LABEL.matcher(path);
    return labels.matches()
        ? path(Arrays.asList(labels.group(1).split("\\.")), labels.group(2))
        : Arrays.asList(path.split("\\."));
  }

  private static List<String> path(List<String> beginning, String... keys) {
    List<String> path = new ArrayList<>(beginning);
    path.addAll(List.of(keys));
    return List.copyOf(path);
  }

  private static ServerPart annotation(String kind, String key) {
    return new ServerPart(
        List.of(kind),
        List.of("metadata", "annotations", key),
        null,
        ServerPart.When.ALWAYS,
        "controllers");
  }

  private static ServerPart row(String kind, List<String> path, String value) {
    return new ServerPart(List.of(kind), path, value, ServerPart.When.SAVED, DEFAULT);
  }
}
