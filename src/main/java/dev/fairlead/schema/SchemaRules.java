package dev.fairlead.schema;

import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The rules of a schema: the schema without its descriptions. Reading a whole schema takes a large
 * part of a start, and most documents need only a few definitions. So each definition is read on
 * first use.
 */
final class SchemaRules {
  private static final String DEFINITION = "#/definitions/";

  private final UnaryOperator<String> texts;
  private final Map<String, Tree> trees = new HashMap<>();

  private SchemaRules(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /** The rules of the schema of specs, which the build extracts. */
  static SchemaRules embedded() {
    return new SchemaRules(RuleLines::of);
  }

  /** The rules of the schemas of manifests and of specs, as one. */
  static SchemaRules ofManifests() {
    return new SchemaRules(SchemaRules::ofEither);
  }

  private static String ofEither(String reference) {
    String text = ManifestRuleLines.of(reference);
    return text == null ? RuleLines.of(reference) : text;
  }

  /** The rules of a complete schema. */
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

  /** The target of a reference. Throws if there is none, which is a bug. */
  Tree at(String reference) {
    Tree tree = trees.get(reference);
    if (tree == null) {
      String text = texts.apply(reference);
      if (text == null && reference.indexOf('/', DEFINITION.length()) > 0) {
        tree = below(reference);
        trees.put(reference, tree);
        return tree;
      }
      if (text == null) {
        throw new IllegalStateException("the schema has no " + reference);
      }
      tree = JsonTree.of(reference, text);
      trees.put(reference, tree);
    }
    return tree;
  }

  /** A part of a definition. */
  private Tree below(String reference) {
    int end = reference.indexOf('/', DEFINITION.length());
    Tree part = at(reference.substring(0, end));
    for (String key : reference.substring(end + 1).split("/")) {
      part = part instanceof Mapping mapping ? mapping.find(key) : null;
    }
    if (part == null) {
      throw new IllegalStateException("the schema has no " + reference);
    }
    return part;
  }
}
