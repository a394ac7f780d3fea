package dev.fairlead.edit;

import java.util.List;

/**
 * A change to a text.
 *
 * @param start index of the first char to replace
 * @param end index after the last char to replace; {@code start} for an insertion
 * @param text the replacement
 */
public record TextEdit(int start, int end, String text) {
  /**
   * The text with all changes applied. They must not overlap. Changes at the same index keep their
   * order.
   */
  public static String apply(String text, List<TextEdit> edits) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (TextEdit edit :
        edits.stream().sorted((a, b) -> Integer.compare(a.start(), b.start())).toList()) {
      if (edit.start() < done) {
        throw new IllegalArgumentException("changes overlap at " + edit.start());
      }
      out.append(text, done, edit.start()).append(edit.text());
      done = edit.end();
    }
    return out.append(text, done, text.length()).toString();
  }
}
