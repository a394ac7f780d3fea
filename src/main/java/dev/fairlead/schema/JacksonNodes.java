package dev.fairlead.schema;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees as the nodes of Jackson that the JSON Schema validator reads. */
final class JacksonNodes implements Tree.Cases<JsonNode> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The node with the same content. */
  static JsonNode of(Tree tree) {
    return tree.match(new JacksonNodes());
  }

  @Override
  public JsonNode mapping(Mapping mapping) {
    ObjectNode node = NODES.objectNode();
    for (Mapping.Entry entry : mapping.entries()) {
      node.set(entry.key(), entry.value().match(this));
    }
    return node;
  }

  @Override
  public JsonNode sequence(Sequence sequence) {
    ArrayNode node = NODES.arrayNode();
    for (Tree item : sequence.items()) {
      node.add(item.match(this));
    }
    return node;
  }

  @Override
  public JsonNode scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> NODES.stringNode(scalar.text());
      case INTEGER -> NODES.numberNode(scalar.integer());
      case FRACTION -> NODES.numberNode(scalar.decimal());
      case BOOLEAN -> NODES.booleanNode(scalar.isTrue());
      case NULL -> NODES.nullNode();
    };
  }
}
