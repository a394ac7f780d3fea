package dev.fairlead.schema;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The rules of a schema: what is left of it without descriptions. To read a whole schema is a good
 * part of a start, and most documents need few of its definitions, so each is read when it is
 * referred to first.
 */
final class SchemaRules {
  private static final String DEFINITION = "#/definitions/";

  private final UnaryOperator<String> texts;
  private final Map<String, Tree> trees = new HashMap<>();

  private SchemaRules(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /** The rules of the schema of specs, which the build takes from it. */
  static SchemaRules embedded() {
    return new SchemaRules(RuleLines::of);
  }

  /** The rules of a schema as it is written. */
  static SchemaRules ofSchema(Mapping schema) {
    SchemaRules rules = new SchemaRules(reference -> null);
    rules.trees.put("#", schema);
    schema
        .mapping("definitions")
        .entries()
        .forEach(entry -> rules.trees.put(DEFINITION + entry.key(), entry.value()));
    return rules;
  }

  boolean has(String reference) {
    return trees.containsKey(reference) || texts.apply(reference) != null;
  }

  /** What a reference leads to; one that leads nowhere is a bug. */
  Tree at(String reference) {
    Tree tree = trees.get(reference);
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
