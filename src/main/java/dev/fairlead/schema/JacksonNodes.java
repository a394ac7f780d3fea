package dev.fairlead.schema;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Trees as Jackson nodes, which the JSON Schema validator reads. */
final class JacksonNodes implements Tree.Cases<JsonNode> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The node with the same content. */
  static JsonNode of(Tree tree) {
    return tree.match(new JacksonNodes());
  }

  @Override
  public JsonNode mapping(Mapping mapping) {
    Map<String, JsonNode> children = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      children.put(entry.key(), entry.value().match(this));
    }
    return new ObjectNode(NODES, children) {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        return Shown.text(mapping);
      }
    };
  }

  @Override
  public JsonNode sequence(Sequence sequence) {
    List<JsonNode> items = new ArrayList<>();
    for (Tree item : sequence.items()) {
      items.add(item.match(this));
    }
    return new ArrayNode(NODES, items) {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        return Shown.text(sequence);
      }
    };
  }

  @Override
  public JsonNode scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> string(scalar.text());
      case INTEGER -> NODES.numberNode(scalar.integer());
      case FRACTION -> NODES.numberNode(scalar.decimal());
      case BOOLEAN -> NODES.booleanNode(scalar.isTrue());
      case NULL -> new Null();
    };
  }

  private static JsonNode string(String text) {
    return new StringNode(text) {
      private static final long serialVersionUID = 1L;

      @Override
      public String toString() {
        return text;
      }
    };
  }

  private static final class Null extends NullNode {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "null";
    }
  }
}
