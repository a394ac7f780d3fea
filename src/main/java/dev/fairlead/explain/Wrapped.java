package dev.fairlead.explain;

/** Text in lines that fit a terminal. */
final class Wrapped {
  private static final int WIDTH = 78;

  private Wrapped() {}

  /** The words of a text in lines, each with an indent and an end. */
  static String of(String text, String indent) {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
        out.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    return out.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
