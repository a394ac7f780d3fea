package dev.fairlead.schema;

import dev.fairlead.document.JsonTree;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a schema: what is left of it without descriptions. To read a whole schema is a good
 * part of a start, and most documents need few of its definitions, so each is read when it is
 * referred to first.
 */
final class SchemaRules {
  private static final String DEFINITION = "#/definitions/";

  private final UnaryOperator<String> texts;
  private final Map<String, JsonNode> trees = new HashMap<>();

  private SchemaRules(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /** Those of {@code storage.v1.rules.txt}. */
  static SchemaRules embedded() {
    return new SchemaRules(RuleLines::of);
  }

  /** The rules of a schema as it is written. */
  static SchemaRules ofSchema(JsonNode schema) {
    SchemaRules rules = new SchemaRules(reference -> null);
    rules.trees.put("#", schema);
    schema
        .path("definitions")
        .properties()
        .forEach(entry -> rules.trees.put(DEFINITION + entry.getKey(), entry.getValue()));
    return rules;
  }

  /** The same rules for another thread: the trees that are known by now are the very same. */
  SchemaRules copy() {
    SchemaRules copy = new SchemaRules(texts);
    copy.trees.putAll(trees);
    return copy;
  }

  boolean has(String reference) {
    return trees.containsKey(reference) || texts.apply(reference) != null;
  }

  /** What a reference leads to; one that leads nowhere is a bug. */
  JsonNode at(String reference) {
    JsonNode tree = trees.get(reference);
    if (tree == null) {
      String text = texts.apply(reference);
      if (text == null) {
        throw new IllegalStateException("the schema has no " + reference);
      }
      tree = JsonTree.of(reference, text);
      trees.put(reference, tree);
    }
    return tree;
  }
}
