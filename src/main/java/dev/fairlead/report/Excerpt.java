package dev.fairlead.report;

import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Span;

/**
 * The source line of a place and the marks below it. Of a very long line, such as JSON without line
 * ends, only the part around the place is shown.
 */
record Excerpt(String line, String before, String marks) {
  static final int WIDEST = 120;
  private static final int LONGEST_LINE = 20_000;
  private static final int LEAD = 40;
  private static final String CUT = "...";

  /** The first mark is a caret for the place of the finding itself. */
  static Excerpt of(Span span, boolean own) {
    String line = span.file().line(span.line()).stripTrailing();
    int from = offset(line, span.column());
    int to = span.endLine() == span.line() ? offset(line, span.endColumn()) : line.length();
    int begin = 0;
    int end = line.length();
    if (length(line) > WIDEST) {
      begin = length(line.substring(0, from)) > WIDEST / 2 ? back(line, from, LEAD) : 0;
      end = forward(line, begin, WIDEST);
    }
    String head = begin > 0 ? CUT : "";
    String tail = end < line.length() ? CUT : "";
    int marked = Math.max(1, width(line.substring(from, Math.max(from, Math.min(to, end)))));
    return new Excerpt(
        head + printable(line.substring(begin, end)) + tail,
        " ".repeat(head.length()) + blank(line.substring(begin, from)),
        own ? "^" + "~".repeat(marked - 1) : "-".repeat(marked));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The index of a column, which counts code points from 1. The end of the line if it is shorter.
   */
  private static int offset(String line, int column) {
    return line.offsetByCodePoints(0, Math.min(column - 1, length(line)));
  }

  private static int back(String line, int from, int codePoints) {
    return line.offsetByCodePoints(from, -Math.min(codePoints, length(line.substring(0, from))));
  }

  private static int forward(String line, int from, int codePoints) {
    return line.offsetByCodePoints(from, Math.min(codePoints, length(line.substring(from))));
  }

  /** Whether a place has a line that can be shown; a whole file, or a text of others, has none. */
  static boolean exists(Span span) {
    // A line may be as long as a whole file, and then even a copy of it takes too long.
    int length = span.file().lineLength(span.line());
    return length > 0 && length <= LONGEST_LINE && span.file().hasLines();
  }

  /** The text with unsafe characters replaced. Tabs stay, so that the marks line up. */
  static String printable(String text) {
    return Quote.visible(text).replace("\\t", "\t");
  }

  /** Spaces as wide as the text. Tabs stay. */
  private static String blank(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> out.append(c == '\t' ? "\t" : " ".repeat(width(Character.toString(c)))));
    return out.toString();
  }

  private static int width(String text) {
    return DisplayWidth.of(Quote.visible(text));
  }
}
