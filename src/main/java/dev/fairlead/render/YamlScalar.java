package dev.fairlead.render;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import java.util.Locale;
import java.util.Set;

/**
 * The only place where a string becomes YAML. The string is plain if every reader of YAML 1.1 and
 * 1.2 reads a string. Otherwise it is in double quotes, with escapes that all of them know.
 */
public final class YamlScalar {
  /** Words that some readers take for a boolean, a null or a number. */
  private static final Set<String> WORDS =
      Set.of(
          "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "nil", "none");

  private YamlScalar() {}

  /** The string as a YAML scalar, for a key or a value. */
  public static String of(String text) {
    return isPlain(text) || isSize(text) ? text : quoted(text);
  }

  /** A value of a view as YAML: a scalar, or an empty mapping or list. */
  static String ofValue(Object value) {
    if (value instanceof Scalar scalar) {
      return scalar.isString() ? of(scalar.text()) : scalar.text();
    }
    if (value instanceof Mapping) {
      return "{}";
    }
    return value instanceof Sequence ? "[]" : of(value.toString());
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (!isLetter(first) && first != '/') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean innerColon = c == ':' && i + 1 < text.length();
      if (!(isSafe(c) || innerColon)) {
        return false;
      }
    }
    return text.length() > 5 || !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a text is a number with a binary unit, such as 50Gi. */
  private static boolean isSize(String text) {
    int unit = text.length() - 2;
    if (unit < 1 || text.charAt(0) == '0' || !text.endsWith("i")) {
      return false;
    }
    for (int i = 0; i < unit; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return "KMGTPE".indexOf(text.charAt(unit)) >= 0;
  }

  private static boolean isSafe(char c) {
    // The characters from - to 9 are the dash, the dot, the slash and the digits.
    return isLetter(c) || (c >= '-' && c <= '9') || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The string in double quotes, valid in JSON too. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(out, c);
      i += Character.charCount(c);
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(c < 0x100 ? "\\x%02X" : "\\u%04X", c));
        }
      }
    }
  }

  /** Whether a character is printable and no line break in both YAML 1.1 and 1.2. */
  private static boolean isPrintable(int c) {
    return (c >= 0x20 && c <= 0x7E)
        || (c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029)
        || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
        || c >= 0x10000;
  }
}
