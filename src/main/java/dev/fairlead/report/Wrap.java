package dev.fairlead.report;

/**
 * Breaks a line of words where a terminal ends.
 *
 * @param width the columns of the terminal; 0 if lines are never broken
 */
record Wrap(int width) {
  /**
   * The text with a space or a line break before each word. It follows what ends at a column, and
   * its other rows are indented. A word that is wider than a row stays whole.
   */
  String after(int column, String text, int indent) {
    if (width == 0) {
      return " " + text;
    }
    StringBuilder out = new StringBuilder();
    int at = column;
    for (String word : text.split(" ", -1)) {
      int length = DisplayWidth.of(word);
      boolean fits = at + 1 + length <= width;
      out.append(fits ? " " : "\n" + " ".repeat(indent)).append(word);
      at = (fits ? at + 1 : indent) + length;
    }
    return out.toString();
  }
}
