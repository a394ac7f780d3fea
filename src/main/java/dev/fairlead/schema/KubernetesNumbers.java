package dev.fairlead.schema;

import dev.fairlead.source.NumberFields;
import java.util.Set;

/** Fields of specs and manifests that Kubernetes requires as numbers. */
public final class KubernetesNumbers implements NumberFields {
  /** Permission bits: a leading zero there means octal. */
  private static final Set<String> MODES = Set.of("defaultMode", "mode");

  private static final Set<String> WHOLE =
      Set.of(
          "storage",
          "replicas",
          "partition",
          "lun",
          "runAsUser",
          "runAsGroup",
          "fsGroup",
          "containerPort",
          "hostPort",
          "port",
          "start",
          "parallelism",
          "completions",
          "backoffLimit",
          "priority",
          "minReadySeconds",
          "revisionHistoryLimit",
          "terminationGracePeriodSeconds",
          "activeDeadlineSeconds",
          "initialDelaySeconds",
          "periodSeconds",
          "timeoutSeconds",
          "successThreshold",
          "failureThreshold");

  @Override
  public boolean isWhole(String field) {
    return WHOLE.contains(field);
  }

  @Override
  public boolean isMode(String field) {
    return MODES.contains(field);
  }
}
