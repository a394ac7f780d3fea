package dev.fairlead.adopt;

import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.regex.Pattern;

/** Values as a spec writes them: not at all if they are its defaults. */
final class Defaulted {
  private static final Pattern BYTES = Pattern.compile("[1-9][0-9]{0,17}");

  private Defaulted() {}

  /** The value; null if it is the default. */
  static Tree unless(String otherwise, Tree value) {
    return value instanceof Scalar scalar && scalar.isString() && scalar.text().equals(otherwise)
        ? null
        : value;
  }

  /** A size; a number of bytes needs no quotes. */
  static Tree size(Tree size) {
    boolean bytes =
        size instanceof Scalar scalar
            && scalar.isString()
            && BYTES.matcher(scalar.text()).matches();
    return bytes
        ? new Scalar(
            Scalar.Kind.INTEGER, ((Scalar) size).text(), size.file(), size.start(), size.end())
        : size;
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
