package dev.fairlead.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;

/**
 * An error of the validator, with the value in the file that it is about.
 *
 * @param key the position of the key above the value; that of the value if it has no key
 */
record Violation(Error error, Tree value, Span key) {
  /**
   * The violation for an error in a tree. {@code rootKey} is the position of the key above the
   * tree.
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

  /** The path to the value. */
  NodePath path() {
    return error.getInstanceLocation();
  }

  /** The schema keyword that the value violates. */
  String keyword() {
    return error.getKeyword();
  }

  /** The key that is unknown or missing in the value. */
  String property() {
    return error.getProperty();
  }

  /** An argument of the validator's own message. */
  String argument(int index) {
    return String.valueOf(error.getArguments()[index]);
  }

  /** Whether the error is from a branch of anyOf. */
  boolean inAnyOf() {
    return error.getEvaluationPath().toString().contains("/anyOf/");
  }

  /** The value as a mapping. */
  Mapping mapping() {
    return value instanceof Mapping mapping ? mapping : Mapping.empty(value.span());
  }

  /** The value as messages show it: the user's own text for a scalar. */
  String shown() {
    return Shown.text(value);
  }
}
