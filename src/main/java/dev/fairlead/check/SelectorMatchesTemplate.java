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
    plan.ownWorkloads()
        .filter(workload -> workload.kind().hasSelector())
        .forEach(workload -> check(workload, findings));
  }

  private static void check(Workload workload, Findings findings) {
    Tree.Mapping selector = workload.spec().mapping("selector");
    Tree.Mapping labels = workload.template().mapping("metadata").mapping("labels");
    boolean empty =
        selector.mapping("matchLabels").entries().isEmpty()
            && selector.list("matchExpressions").isEmpty();
    if (empty) {
      reject(workload, selector.span(), "selects nothing", findings);
    }
    selector
        .mapping("matchLabels")
        .entries()
        .forEach(
            (key, value) -> {
              if (!labels.text(key).equals(selector.mapping("matchLabels").text(key))) {
                reject(
                    workload,
                    labels.get(key).map(Tree::span).orElse(value.span()),
                    "selects pods by " + quote(key) + ", but its template has another value",
                    findings);
              }
            });
    selector.mappings("matchExpressions").stream()
        .filter(expression -> !matches(expression, labels))
        .forEach(
            expression ->
                reject(
                    workload,
                    expression.span(),
                    "selects pods by "
                        + quote(expression.text("key").orElse(""))
                        + ", which the labels of its template don't meet",
                    findings));
  }

  private static boolean matches(Tree.Mapping expression, Tree.Mapping labels) {
    Optional<String> label = labels.text(expression.text("key").orElse(""));
    boolean listed =
        expression.list("values").stream()
            .anyMatch(
                v -> v instanceof Tree.Scalar s && label.filter(s.text()::equals).isPresent());
    return switch (expression.text("operator").orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> label.isPresent();
      default -> label.isEmpty();
    };
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
