package dev.fairlead.starter;

/** The lines of a starter, most with a comment behind them. */
final class Lines {
  /** The column, counted from 0, at which comments begin if there is room. */
  private static final int COMMENTS = 36;

  private final StringBuilder out = new StringBuilder();

  /** A line without a comment. */
  void add(String line) {
    out.append(line).append('\n');
  }

  /** A line and a comment. */
  void add(String line, String comment) {
    int spaces = Math.max(2, COMMENTS - line.length());
    out.append(line).append(" ".repeat(spaces)).append("# ").append(comment).append('\n');
  }

  /** A key that has no value yet: a null, which is an error in every spec. */
  void blank(String indentAndKey, String meaning) {
    add(indentAndKey + ":", "fill in: " + meaning);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
