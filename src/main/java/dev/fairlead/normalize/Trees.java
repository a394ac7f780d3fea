package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.model.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Turns a part of the document into what is handed on to Kubernetes. */
public final class Trees {
  private Trees() {}

  /** A mapping of the document; its spans are those of the values. */
  public static Tree.Mapping mapping(JsonNode node) {
    Map<String, Tree> entries = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      entries.put(entry.getKey(), of(entry.getValue()));
    }
    return Tree.Mapping.of(entries, Node.placeOf(node).value());
  }

  static Tree of(JsonNode node) {
    if (node.isObject()) {
      return mapping(node);
    }
    Span span = Node.placeOf(node).value();
    if (node.isArray()) {
      return new Tree.Sequence(node.valueStream().map(Trees::of).toList(), span);
    }
    if (node.isString()) {
      return Tree.Scalar.string(node.stringValue(), span);
    }
    if (node.isBoolean()) {
      return Tree.Scalar.bool(node.booleanValue(), span);
    }
    return node.isNumber()
        ? new Tree.Scalar(Tree.Scalar.Kind.NUMBER, digits(node), span)
        : new Tree.Scalar(Tree.Scalar.Kind.NULL, "null", span);
  }

  /** A string as it is; a number as digits that YAML 1.1, YAML 1.2 and JSON all read alike. */
  static String digits(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    return node.isIntegralNumber()
        ? node.bigIntegerValue().toString()
        : node.decimalValue().stripTrailingZeros().toPlainString();
  }

  static Tree.Scalar text(String text, Span span) {
    return Tree.Scalar.string(text, span);
  }

  static Tree.Sequence list(List<? extends Tree> items, Span span) {
    return new Tree.Sequence(List.copyOf(items), span);
  }
}
