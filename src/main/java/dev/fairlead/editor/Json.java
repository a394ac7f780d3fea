package dev.fairlead.editor;

import dev.fairlead.explain.FieldMarkdown;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees as they are, as nodes of Jackson. */
final class Json implements Tree.Cases<JsonNode> {
  private Json() {}

  /** The same value as a node. */
  static JsonNode of(Tree tree) {
    return tree.match(new Json());
  }

  /** A list of texts, without the marks of Markdown. */
  static JsonNode plain(Tree texts) {
    ArrayNode array = JsonMapper.shared().createArrayNode();
    of(texts).forEach(text -> array.add(FieldMarkdown.plain(text.stringValue())));
    return array;
  }

  /** A scalar as a node. */
  static JsonNode node(Scalar scalar) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (scalar.kind()) {
      case STRING -> nodes.stringNode(scalar.text());
      case BOOLEAN -> nodes.booleanNode(scalar.text().equals("true"));
      case INTEGER -> nodes.numberNode(Long.parseLong(scalar.text()));
      case FRACTION -> nodes.numberNode(Double.parseDouble(scalar.text()));
      case NULL -> nodes.nullNode();
    };
  }

  @Override
  public JsonNode mapping(Mapping mapping) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    mapping.entries().forEach(entry -> object.set(entry.key(), entry.value().match(this)));
    return object;
  }

  @Override
  public JsonNode sequence(Sequence sequence) {
    ArrayNode array = JsonMapper.shared().createArrayNode();
    sequence.items().forEach(item -> array.add(item.match(this)));
    return array;
  }

  @Override
  public JsonNode scalar(Scalar scalar) {
    return node(scalar);
  }
}
