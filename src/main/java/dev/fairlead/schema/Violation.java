package dev.fairlead.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;

/**
 * An error of the validator, with the value it is about as it stands in the file.
 *
 * @param key the place of the key above the value; of the value itself where it has none
 */
record Violation(Error error, Tree value, Span key) {
  /**
   * The violation that an error in a tree stands for; {@code rootKey} is the key above the tree.
   */
  static Violation of(Error error, Tree root, Span rootKey) {
    NodePath path = error.getInstanceLocation();
    Tree value = root;
    Span key = rootKey;
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index && value instanceof Sequence list) {
        value = list.items().get(index);
        key = value.span();
      } else if (value instanceof Mapping mapping) {
        String name = String.valueOf(path.getElement(i));
        key = mapping.keySpan(name).orElseThrow();
        value = mapping.find(name);
      }
    }
    return new Violation(error, value, key);
  }

  /** The way to the value. */
  NodePath path() {
    return error.getInstanceLocation();
  }

  /** The keyword of the schema that the value breaks. */
  String keyword() {
    return error.getKeyword();
  }

  /** The key that is unknown or missing in the value. */
  String property() {
    return error.getProperty();
  }

  /** One of what the validator puts into its own message. */
  String argument(int index) {
    return String.valueOf(error.getArguments()[index]);
  }

  /** Whether it is from a branch of anyOf. */
  boolean inAnyOf() {
    return error.getEvaluationPath().toString().contains("/anyOf/");
  }

  /** The value, which is a mapping. */
  Mapping mapping() {
    return value instanceof Mapping mapping ? mapping : Mapping.empty(value.span());
  }

  /** The value as messages show it: the user's own text for a scalar. */
  String shown() {
    return Shown.text(value);
  }
}
