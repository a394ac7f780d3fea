package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.Optional;

/**
 * A workload selects the pods that it creates. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector">Selector</a>.
 */
final class SelectorMatchesTemplate extends Rule {
  @Override
  void checkWorkload(Workload workload, Findings findings) {
    if (!workload.kind().hasSelector()) {
      return;
    }
    Mapping selector = workload.spec().mapping("selector");
    boolean plain = workload.kind().selectsByMap() && !selector.has("matchLabels");
    Mapping wanted = plain ? selector : selector.mapping("matchLabels");
    Mapping labels = workload.template().mapping("metadata").mapping("labels");
    if (wanted.isEmpty() && selector.list("matchExpressions").isEmpty()) {
      findings.add(rejected(workload, selector.span(), "selects nothing"));
    }
    for (Mapping.Entry label : wanted.entries()) {
      String key = label.key();
      if (!labels.text(key).equals(wanted.text(key))) {
        findings.add(
            rejected(
                    workload,
                    labels.get(key).orElse(label.value()).span(),
                    message(
                        "selects pods by the label {}, but its template lacks it or has another"
                            + " value",
                        key))
                .withRelated(label.value().span(), "the selector"));
      }
    }
    for (Mapping expression : selector.mappings("matchExpressions")) {
      if (!matches(expression, labels)) {
        Diagnostic finding =
            rejected(
                workload,
                expression.span(),
                message(
                    "selects pods by the label {}, but the labels of its template don't match",
                    expression.text("key").orElse("")));
        findings.add(
            labels.isEmpty()
                ? finding
                : finding.withRelated(labels.span(), "the labels of the template"));
      }
    }
  }

  private static boolean matches(Mapping expression, Mapping labels) {
    Optional<String> label = labels.text(expression.text("key").orElse(""));
    boolean listed = label.isPresent() && lists(expression, label.get());
    return switch (expression.text("operator").orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> label.isPresent();
      default -> label.isEmpty();
    };
  }

  private static boolean lists(Mapping expression, String label) {
    for (Tree value : expression.list("values")) {
      if (value instanceof Scalar scalar && scalar.text().equals(label)) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic rejected(Workload workload, Span span, String problem) {
    return Diagnostic.of(
            Code.SELECTOR_MISMATCH,
            span,
            message(
                "{} {} {}: the API server rejects it",
                workload.kind(),
                workload.name(),
                plain(problem)))
        .withHint("make spec.selector and spec.template.metadata.labels agree");
  }
}
