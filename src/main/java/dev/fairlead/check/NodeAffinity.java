package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;

/**
 * Local volumes say on which node they are, and operators have as many values as they can use. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#local">local</a>.
 */
final class NodeAffinity implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    plan.volumes()
        .forEach(
            volume -> {
              if (volume.source().value().type().equals("local")
                  && volume.nodeAffinity().isEmpty()) {
                findings.add(
                    Code.LOCAL_NODE_AFFINITY,
                    volume.source().span(),
                    "local volume " + quote(volume.name())
                        + " does not say on which node it is: the API server rejects it",
                    "write topology: {kubernetes.io/hostname: <node>}");
              }
              operators(volume, findings);
            });
  }

  private static void operators(Volume volume, Findings findings) {
    volume.nodeAffinity().stream()
        .flatMap(affinity -> affinity.mapping("required").mappings("nodeSelectorTerms").stream())
        .flatMap(term -> term.mappings("matchExpressions").stream())
        .forEach(expression -> operator(expression, findings));
  }

  private static void operator(Tree.Mapping expression, Findings findings) {
    String operator = expression.text("operator").orElse("");
    int values = expression.list("values").size();
    String wanted =
        switch (operator) {
          case "In", "NotIn" -> values > 0 ? "" : "at least one value";
          case "Exists", "DoesNotExist" -> values == 0 ? "" : "no values";
          case "Gt", "Lt" -> values == 1 && isWhole(expression) ? "" : "exactly one whole number";
          default -> "";
        };
    if (!wanted.isEmpty()) {
      findings.add(
          Code.NODE_SELECTOR,
          expression.span(),
          "the operator " + operator + " takes " + wanted + ": the API server rejects it otherwise");
    }
  }

  private static boolean isWhole(Tree.Mapping expression) {
    return expression.list("values").get(0) instanceof Tree.Scalar scalar
        && scalar.text().matches("-?[0-9]+");
  }
}
