package dev.fairlead.check;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.List;

/**
 * Operators of selectors have as many values as they can use. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements">Set-based
 * requirements</a>.
 */
final class SelectorOperators implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      for (Tree.Mapping expression : volume.nodeExpressions()) {
        check(expression, findings);
      }
    }
    for (Claim claim : plan.claims()) {
      if (claim.selector().isPresent()) {
        expressions(claim.selector().get(), findings);
      }
    }
    for (Workload workload : plan.ownWorkloads()) {
      expressions(workload.spec().mapping("selector"), findings);
    }
  }

  private static void expressions(Tree.Mapping selector, Findings findings) {
    for (Tree.Mapping expression : selector.mappings("matchExpressions")) {
      check(expression, findings);
    }
  }

  private static void check(Tree.Mapping expression, Findings findings) {
    String operator = expression.text("operator").orElse("");
    List<Tree> values = expression.list("values");
    String wanted =
        switch (operator) {
          case "In", "NotIn" -> values.isEmpty() ? "at least one value" : "";
          case "Exists", "DoesNotExist" -> values.isEmpty() ? "" : "no values";
          case "Gt", "Lt" ->
              values.size() == 1 && isWhole(values.get(0)) ? "" : "exactly one whole number";
          default -> "";
        };
    if (!wanted.isEmpty()) {
      findings.add(
          Code.SELECTOR_OPERATOR,
          expression.span(),
          "the operator " + operator + " takes " + wanted + ": the API server rejects it otherwise",
          switch (operator) {
            case "In", "NotIn" -> "write values: [...], or use Exists or DoesNotExist";
            case "Exists", "DoesNotExist" -> "leave values out, or use In or NotIn";
            default -> "write the number as text, as in values: [\"4\"]";
          });
    }
  }

  private static boolean isWhole(Tree value) {
    return value instanceof Tree.Scalar scalar && scalar.text().matches("-?[0-9]{1,18}");
  }
}
