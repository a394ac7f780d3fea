package dev.fairlead.schema;

import dev.fairlead.document.JsonTree;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a schema: what is left of it without descriptions. To read a whole schema is a good
 * part of a start, and most documents need few of its definitions, so each is read when it is
 * referred to first.
 */
final class SchemaRules {
  private static final String DEFINITION = "#/definitions/";

  private final String name;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, JsonNode> trees = new HashMap<>();

  private SchemaRules(String name) {
    this.name = name;
  }

  /**
   * SchemaRules in lines: a reference, a tab, and the JSON that it leads to; {@code #} is the root.
   */
  static SchemaRules ofLines(String resource) {
    SchemaRules rules = new SchemaRules(resource);
    for (String line : JsonTree.textOf(SchemaRules.class, resource).split("\n")) {
      int tab = line.indexOf('\t');
      rules.texts.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return rules;
  }

  /** The rules of a schema as it is written. */
  static SchemaRules ofSchema(JsonNode schema) {
    SchemaRules rules = new SchemaRules("");
    rules.trees.put("#", schema);
    schema
        .path("definitions")
        .properties()
        .forEach(entry -> rules.trees.put(DEFINITION + entry.getKey(), entry.getValue()));
    return rules;
  }

  boolean has(String reference) {
    return texts.containsKey(reference) || trees.containsKey(reference);
  }

  /** What a reference leads to; one that leads nowhere is a bug. */
  JsonNode at(String reference) {
    JsonNode tree = trees.get(reference);
    if (tree == null) {
      String text = texts.get(reference);
      if (text == null) {
        throw new IllegalStateException("the schema has no " + reference);
      }
      tree = JsonTree.of(name, text);
      trees.put(reference, tree);
    }
    return tree;
  }
}
