package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import java.util.Optional;

/**
 * A workload selects the pods it makes. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector">Selector</a>.
 */
final class SelectorMatchesTemplate implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.ownWorkloads()) {
      if (workload.kind().hasSelector()) {
        check(workload, findings);
      }
    }
  }

  private static void check(Workload workload, Findings findings) {
    Tree.Mapping selector = workload.spec().mapping("selector");
    Tree.Mapping wanted = selector.mapping("matchLabels");
    Tree.Mapping labels = workload.template().mapping("metadata").mapping("labels");
    if (wanted.entries().isEmpty() && selector.list("matchExpressions").isEmpty()) {
      reject(workload, selector.span(), "selects nothing", findings);
    }
    for (String key : wanted.entries().keySet()) {
      if (!labels.text(key).equals(wanted.text(key))) {
        reject(
            workload,
            labels.get(key).orElse(wanted.entries().get(key)).span(),
            "selects pods by " + quote(key) + ", but its template has another value",
            findings);
      }
    }
    for (Tree.Mapping expression : selector.mappings("matchExpressions")) {
      if (!matches(expression, labels)) {
        reject(
            workload,
            expression.span(),
            "selects pods by "
                + quote(expression.text("key").orElse(""))
                + ", which the labels of its template don't meet",
            findings);
      }
    }
  }

  private static boolean matches(Tree.Mapping expression, Tree.Mapping labels) {
    Optional<String> label = labels.text(expression.text("key").orElse(""));
    boolean listed = label.isPresent() && lists(expression, label.get());
    return switch (expression.text("operator").orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> label.isPresent();
      default -> label.isEmpty();
    };
  }

  private static boolean lists(Tree.Mapping expression, String label) {
    for (Tree value : expression.list("values")) {
      if (value instanceof Tree.Scalar scalar && scalar.text().equals(label)) {
        return true;
      }
    }
    return false;
  }

  private static void reject(Workload workload, Span span, String problem, Findings findings) {
    findings.add(
        Code.SELECTOR_MISMATCH,
        span,
        workload.kind()
            + " "
            + quote(workload.name())
            + " "
            + problem
            + ": the API server rejects it",
        "make spec.selector and spec.template.metadata.labels agree");
  }
}
