package dev.fairlead.lsp;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets of YAML's flow style. */
final class Brackets {
  private Brackets() {}

  /** The brackets that close what is open at the end of a text, with quotes that are open. */
  static String closing(String text) {
    Deque<Character> open = new ArrayDeque<>();
    char quote = 0;
    char before = '\n';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '#' && Character.isWhitespace(before)) {
        i = endOfLine(text, i) - 1;
      } else if ((c == '"' || c == '\'') && beginsValue(text, i)) {
        quote = c;
      } else if ((c == '{' || c == '[') && (!open.isEmpty() || beginsValue(text, i))) {
        open.push(c == '{' ? '}' : ']');
      } else if (!open.isEmpty() && c == open.peek()) {
        open.pop();
      }
      before = c;
    }
    StringBuilder closing = new StringBuilder(quote == 0 ? "" : String.valueOf(quote));
    open.forEach(closing::append);
    return closing.toString();
  }

  /** Whether a value can begin at an index: inside a plain scalar, brackets and quotes are text. */
  private static boolean beginsValue(String text, int index) {
    int i = index - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || "\r\n:-,[{".indexOf(text.charAt(i)) >= 0;
  }

  private static int endOfLine(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) != '\n') {
      to++;
    }
    return to;
  }
}
