package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.model.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /**
   * Whether parts of the tree stand elsewhere or may be referred to from elsewhere, so that a
   * change of the text could show in other places too; or have a tag, behind which the value
   * begins.
   */
  public static boolean hasAnchors(Tree tree) {
    Stream<Tree> parts =
        tree instanceof Tree.Mapping mapping
            ? mapping.entries().values().stream()
            : tree instanceof Tree.Sequence list ? list.items().stream() : Stream.of();
    return (!(tree instanceof Tree.Scalar) && isMarked(tree.span()))
        || parts.anyMatch(
            part -> (!tree.span().contains(part.span()) && !isNothing(part)) || hasAnchors(part));
  }

  /** Whether a mapping or list has an anchor or a tag, or is an alias. */
  public static boolean isMarked(JsonNode node) {
    return isMarked(Node.placeOf(node).value());
  }

  private static boolean isMarked(Span span) {
    String text = span.file().text();
    int start = span.file().offset(span.line(), span.column());
    return start < text.length() && "&*!".indexOf(text.charAt(start)) >= 0;
  }

  /** A value that is left out has no width, and may stand where the mapping around it ends. */
  private static boolean isNothing(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Scalar.Kind.NULL;
  }

  /** Any part of the document. */
  public static Tree of(JsonNode node) {
    if (node.isObject()) {
      return mapping(node);
    }
    Span span = Node.placeOf(node).value();
    if (node.isArray()) {
      List<Tree> items = new ArrayList<>();
      for (JsonNode item : node) {
        items.add(of(item));
      }
      return new Tree.Sequence(List.copyOf(items), span);
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
