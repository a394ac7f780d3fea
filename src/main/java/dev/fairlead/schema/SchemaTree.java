package dev.fairlead.schema;

import com.networknt.schema.path.NodePath;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** A whole schema, and access to its parts. */
record SchemaTree(Mapping root) {
  private static final String DEFINITIONS = "#/definitions/";

  /** A definition by its name. */
  Mapping definition(String name) {
    return root.mapping("definitions").mapping(name);
  }

  boolean isQuantity(Tree owner) {
    return owner == root.mapping("definitions").find("quantity");
  }

  /** The definition that a part refers to. The part itself if it has no reference. */
  Mapping resolve(Mapping part) {
    String reference = part.stringOr("$ref", "");
    return reference.startsWith(DEFINITIONS)
        ? definition(reference.substring(DEFINITIONS.length()))
        : part;
  }

  /** The keys that the mapping of a violation may have. */
  List<String> properties(Violation violation) {
    return owner(violation).mapping("properties").keys();
  }

  /** The value of the violated keyword. */
  Tree rule(Violation violation) {
    return walk(violation, 0);
  }

  /** The part of the schema that contains the violated keyword. */
  Mapping owner(Violation violation) {
    return walk(violation, 1) instanceof Mapping owner ? owner : Mapping.empty(root.span());
  }

  /**
   * The value of the violated keyword, or the part of the schema that is {@code up} steps above it.
   */
  Tree walk(Violation violation, int up) {
    NodePath path = violation.error().getSchemaLocation().getFragment();
    Tree part = root;
    for (int i = 0; i < path.getNameCount() - up; i++) {
      if (path.getElement(i) instanceof Integer index && part instanceof Sequence list) {
        part = list.items().get(index);
      } else if (part instanceof Mapping mapping) {
        part = mapping.find(String.valueOf(path.getElement(i)));
      }
    }
    return part;
  }

  /** The keys that the branches of oneOf or anyOf require. */
  static List<String> requiredIn(Tree branches) {
    List<String> required = new ArrayList<>();
    if (branches instanceof Sequence list) {
      for (Tree branch : list.items()) {
        if (branch instanceof Mapping mapping) {
          mapping.strings("required").stream().map(Located::value).forEach(required::add);
        }
      }
    }
    return required;
  }
}
