package dev.fairlead.write;

import dev.fairlead.tree.Scalar;

/** Strings of several lines, such as scripts, as a block after {@code |}. */
final class LiteralBlock {
  private LiteralBlock() {}

  /** Whether a scalar has several lines and a block keeps every character of them. */
  static boolean suits(Scalar scalar) {
    return scalar.isString() && scalar.text().indexOf('\n') >= 0 && suits(scalar.text());
  }

  private static boolean suits(String text) {
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        if (i > 0 && isBlank(text.charAt(i - 1))) {
          return false;
        }
      } else if (c < ' ' && c != '\t' || c > '~') {
        return false;
      } else if (begins && isBlank(c)) {
        // The first line would set the indent.
        return false;
      }
      begins &= c == '\n';
    }
    // A second line break at the end would need another mark.
    return !text.startsWith("\n") && !text.endsWith("\n\n") && !isBlank(last(text));
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A scalar as a block with an indent if that suits it, else in one line. */
  static String text(Scalar scalar, String indent) {
    if (!suits(scalar)) {
      return scalar.isString() ? SpecScalar.alone(scalar.text()) : scalar.text();
    }
    String text = scalar.text();
    boolean ends = text.endsWith("\n");
    StringBuilder out = new StringBuilder(ends ? "|" : "|-");
    for (String line : (ends ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
      out.append('\n').append(line.isEmpty() ? "" : indent + line);
    }
    return out.toString();
  }

  /** A scalar in one line. */
  static String inLine(Scalar scalar) {
    return scalar.isString() ? SpecScalar.of(scalar.text()) : scalar.text();
  }
}
