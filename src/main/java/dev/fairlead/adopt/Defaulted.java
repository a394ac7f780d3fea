package dev.fairlead.adopt;

import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;

/** Values that a spec doesn't write, because they are its defaults. */
final class Defaulted {
  private Defaulted() {}

  /** The value; null if it is the default. */
  static Tree unless(String otherwise, Tree value) {
    return value instanceof Scalar scalar && scalar.isString() && scalar.text().equals(otherwise)
        ? null
        : value;
  }

  /** Access modes; null if they are ReadWriteOnce alone. */
  static Tree unlessReadWriteOnce(Tree modes) {
    return modes instanceof Sequence list
            && list.items().size() == 1
            && unless("ReadWriteOnce", list.items().get(0)) == null
        ? null
        : modes;
  }
}
