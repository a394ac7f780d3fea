package dev.fairlead.schema;

import com.networknt.schema.path.NodePath;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A whole schema, and access to its parts. */
public record SchemaTree(Mapping root) {
  private static final String DEFINITIONS = "#/definitions/";

  /** Keywords with rules about what is in a value. */
  private static final Set<Object> BELOW = Set.of("properties", "items", "additionalProperties");

  /** A definition by its name. */
  Mapping definition(String name) {
    return root.mapping("definitions").mapping(name);
  }

  boolean isQuantity(Tree owner) {
    return owner == root.mapping("definitions").find("quantity");
  }

  /** The definition that a part refers to. The part itself if it has no reference. */
  public Mapping resolve(Mapping part) {
    String reference = part.stringOr("$ref", "");
    if (!reference.startsWith(DEFINITIONS)) {
      return part;
    }
    Mapping target = root.mapping("definitions");
    for (String key : reference.substring(DEFINITIONS.length()).split("/")) {
      target = target.mapping(key);
    }
    return target;
  }

  /**
   * What happens if a rule about a value is broken, for rules that the API server does not have.
   * {@code path} is the way of the validator, from a definition on.
   */
  Optional<String> consequence(Mapping start, NodePath path) {
    Optional<String> found = Optional.empty();
    Tree part = start;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      if (part instanceof Mapping mapping) {
        if (BELOW.contains(step)) {
          found = Optional.empty();
        } else if (mapping.has("consequence")) {
          found = mapping.text("consequence");
        }
        part = "$ref".equals(step) ? resolve(mapping) : mapping.find(String.valueOf(step));
      } else if (part instanceof Sequence list && step instanceof Integer index) {
        part = list.items().get(index);
      }
    }
    return found;
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
