package dev.fairlead.diagnostic;

import java.util.Collection;
import java.util.stream.Collectors;

/** Shows the user's own text inside a message: quoted, on one line and of limited length. */
public final class Quote {
  private static final int LONGEST = 80;

  private Quote() {}

  /** The text in double quotes, with control characters escaped and long text shortened. */
  public static String quote(String text) {
    return '"' + visible(shorten(text)) + '"';
  }

  /** The texts, each quoted, separated by commas. */
  public static String quoteAll(Collection<String> texts) {
    return texts.stream().map(Quote::quote).collect(Collectors.joining(", "));
  }

  /** The text with all characters escaped that could confuse a terminal or break the line. */
  public static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendVisible(out, c));
    return out.toString();
  }

  private static void appendVisible(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        int type = Character.getType(c);
        boolean unsafe =
            type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        // U+200D is the zero-width joiner, which many emoji contain.
        if (unsafe && c != 0x200D) {
          out.append(String.format("\\u%04X", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /** The text, or its beginning and end if it is too long for a message. */
  public static String shorten(String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= LONGEST) {
      return text;
    }
    int head = text.offsetByCodePoints(0, LONGEST - 20);
    int tail = text.offsetByCodePoints(text.length(), -17);
    return text.substring(0, head) + "..." + text.substring(tail);
  }
}
