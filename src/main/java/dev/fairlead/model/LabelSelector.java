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

  private static boolean meets(Mapping expression, Mapping labels) {
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
      default -> true;
    };
  }
}
