package dev.fairlead.plan;

import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A workload that is stopped while its claims are made anew.
 *
 * @param claims the claims that go
 */
record User(LiveWorkload workload, List<ClaimRef> claims) {
  /** The annotation with the replicas that it had before a plan scaled it down. */
  static final String REPLICAS = "fairlead.dev/replicas";

  /** How kubectl's JSONPath names that annotation. */
  static final String REPLICAS_PATH = "{.metadata.annotations.fairlead\\.dev/replicas}";

  /** Whether it is stopped by a number of replicas; else by {@code suspend}. */
  boolean hasReplicas() {
    return workload.kind() != WorkloadKind.CRON_JOB;
  }

  /** The field of the spec that stops it. */
  String field() {
    return hasReplicas() ? "replicas" : "suspend";
  }

  ObjectRef ref() {
    return ref(workload);
  }

  static ObjectRef ref(LiveWorkload workload) {
    return new ObjectRef(
        ObjectKind.of(workload.kind()), workload.claimNamespace(), workload.name());
  }

  /** What an earlier plan has noted; empty if none is under way. Others may write it, too. */
  static Optional<String> recorded(LiveWorkload workload) {
    String form = workload.kind() == WorkloadKind.CRON_JOB ? "true|false" : "[0-9]{1,6}";
    return workload.annotations().text(REPLICAS).filter(text -> text.matches(form));
  }

  /** What is to be restored: the number of replicas, or whether a CronJob was suspended. */
  String before() {
    return recorded(workload)
        .orElseGet(
            () ->
                hasReplicas()
                    ? Integer.toString(workload.replicas())
                    : Boolean.toString(workload.spec().isTrue("suspend")));
  }

  /** The labels of its pods in the form of kubectl's {@code --selector}. */
  String selector() {
    Mapping selector = workload.model().spec().mapping("selector");
    List<String> terms = new ArrayList<>();
    for (Mapping.Entry label : selector.mapping("matchLabels").entries()) {
      terms.add(label.key() + "=" + Same.text(label.value()));
    }
    for (Mapping expression : selector.mappings("matchExpressions")) {
      String key = expression.stringOr("key", "");
      String values =
          String.join(",", expression.strings("values").stream().map(v -> v.value()).toList());
      terms.add(
          switch (expression.stringOr("operator", "")) {
            case "In" -> key + " in (" + values + ")";
            case "NotIn" -> key + " notin (" + values + ")";
            case "Exists" -> key;
            default -> "!" + key;
          });
    }
    return String.join(",", terms);
  }
}
