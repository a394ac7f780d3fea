package dev.fairlead.model;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;

/**
 * A label selector: {@code matchLabels} and {@code matchExpressions}. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors">Label
 * selectors</a>.
 */
public record LabelSelector(Mapping fields) {
  /** Whether these labels meet it. */
  public boolean matches(Mapping labels) {
    Mapping wanted = fields.mapping("matchLabels");
    for (String key : wanted.keys()) {
      if (!labels.text(key).equals(wanted.text(key))) {
        return false;
      }
    }
    for (Mapping expression : fields.mappings("matchExpressions")) {
      if (!meets(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the labels meet an expression of a selector. A node selector also compares numbers: <a
   * href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators">Operators</a>.
   */
  public static boolean meets(Mapping expression, Mapping labels) {
    String key = expression.stringOr("key", "");
    List<Located<String>> values = expression.strings("values");
    boolean listed = false;
    for (Located<String> value : values) {
      listed |= labels.has(key) && value.value().equals(labels.stringOr(key, ""));
    }
    return switch (expression.stringOr("operator", "")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> labels.has(key);
      case "DoesNotExist" -> !labels.has(key);
      case "Gt" -> difference(labels, key, values) > 0;
      case "Lt" -> difference(labels, key, values) < 0;
      default -> true;
    };
  }

  /** The sign of the label's number less the value's; 0 if one of them is no number. */
  private static int difference(Mapping labels, String key, List<Located<String>> values) {
    try {
      long label = Long.parseLong(labels.stringOr(key, ""));
      return values.size() == 1 ? Long.compare(label, Long.parseLong(values.get(0).value())) : 0;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
