package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;

/**
 * Operators of selectors have the number of values that they accept, and Gt and Lt a number. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements">Set-based
 * requirements</a>.
 */
final class SelectorOperators extends Rule {
  private static final String NUMBER = "write the number as text, as in values: [\"4\"]";

  @Override
  void checkVolume(Volume volume, Findings findings) {
    check(volume.nodeExpressions(), "nodeAffinity of volume", volume.name(), findings);
  }

  @Override
  void checkClaim(Claim claim, Findings findings) {
    if (claim.selector().isPresent()) {
      check(
          claim.selector().get().mappings("matchExpressions"),
          "selector of claim",
          claim.name(),
          findings);
    }
  }

  @Override
  void checkWorkload(Workload workload, Findings findings) {
    check(
        workload.spec().mapping("selector").mappings("matchExpressions"),
        "selector of " + workload.kind(),
        workload.name(),
        findings);
  }

  private static void check(
      List<Mapping> expressions, String where, String name, Findings findings) {
    for (Mapping expression : expressions) {
      check(expression, where, name, findings);
    }
  }

  private static void check(Mapping expression, String where, String name, Findings findings) {
    String operator = expression.text("operator").orElse("");
    List<Tree> values = expression.list("values");
    switch (operator) {
      case "In", "NotIn" -> {
        Tree written = expression.find("values");
        // Another type than a list has an error already.
        if (values.isEmpty() && (written == null || written instanceof Sequence)) {
          reject(
              expression,
              where,
              name,
              "at least one value",
              "write values: [...], or use Exists or DoesNotExist",
              findings);
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!values.isEmpty()) {
          reject(
              expression,
              where,
              name,
              "no values",
              "leave values out, or use In or NotIn",
              findings);
        }
      }
      case "Gt", "Lt" -> {
        if (values.size() != 1) {
          reject(expression, where, name, "exactly one whole number", NUMBER, findings);
        } else if (!isWhole(values.get(0))) {
          matchesNothing(expression, where, name, values.get(0), findings);
        }
      }
      default -> {}
    }
  }

  /** The API server takes any text here, but the scheduler only numbers. */
  private static void matchesNothing(
      Mapping expression, String where, String name, Tree value, Findings findings) {
    findings.add(
        Code.SELECTOR_OPERATOR,
        expression.span(),
        message(
            "the operator {} in {} {} compares with {}, which is not a whole number: no node would"
                + " match",
            plain(expression.text("operator").orElse("")),
            plain(where),
            name,
            value instanceof Scalar scalar ? scalar.text() : ""),
        NUMBER);
  }

  private static boolean isWhole(Tree value) {
    return value instanceof Scalar scalar && scalar.text().matches("-?[0-9]{1,18}");
  }

  private static void reject(
      Mapping expression,
      String where,
      String name,
      String accepted,
      String hint,
      Findings findings) {
    findings.add(
        Code.SELECTOR_OPERATOR,
        expression.span(),
        message(
            "the operator {} in {} {} takes {}: the API server rejects it otherwise",
            plain(expression.text("operator").orElse("")),
            plain(where),
            name,
            plain(accepted)),
        hint);
  }
}
