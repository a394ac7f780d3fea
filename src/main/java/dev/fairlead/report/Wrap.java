package dev.fairlead.report;

/**
 * Breaks a line of words where a terminal ends.
 *
 * @param width the columns of the terminal; 0 if lines are never broken
 */
record Wrap(int width) {
  /**
   * The text, whose first row begins at a column and whose other rows are indented. A word that is
   * wider than a row stays whole.
   */
  String text(String text, int column, int indent) {
    if (width == 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int at = column;
    for (String word : text.split(" ", -1)) {
      int length = DisplayWidth.of(word);
      if (!out.isEmpty()) {
        boolean fits = at + 1 + length <= width;
        out.append(fits ? " " : "\n" + " ".repeat(indent));
        at = fits ? at + 1 : indent;
      }
      out.append(word);
      at += length;
    }
    return out.toString();
  }
}
