package dev.fairlead.edit;

import java.util.List;

/**
 * A change of a text.
 *
 * @param start index of the first char that is replaced
 * @param end index behind the last one; {@code start} where nothing is taken out
 * @param text what stands there afterwards
 */
public record TextEdit(int start, int end, String text) {
  /** The text with all changes, which must not overlap; those at one place keep their order. */
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
