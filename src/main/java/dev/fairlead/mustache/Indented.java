package dev.fairlead.mustache;

import java.io.Writer;

/**
 * The text of one manifest, with the lines of partials indented. mustache.java would wrap a writer
 * in a writer for every level, and search for line ends in each of them.
 */
public final class Indented extends Writer {
  /** An estimate of the characters in a manifest. */
  private static final int USUAL = 700;

  private final StringBuilder text;
  private String indent = "";
  private boolean lineBegins;

  /** Allocates space for a number of manifests. */
  public Indented(int manifests) {
    text = new StringBuilder(manifests * USUAL);
  }

  /** Indents all lines that start from now on by {@code more}. Returns the previous indent. */
  String indent(String more) {
    String before = indent;
    indent += more;
    return before;
  }

  /** Restores an earlier indent. */
  void restore(String before) {
    indent = before;
  }

  @Override
  public void write(String string) {
    int from = 0;
    for (int end = string.indexOf('\n') + 1; end > 0; end = string.indexOf('\n', from) + 1) {
      line(string.substring(from, end));
      lineBegins = true;
      from = end;
    }
    if (from < string.length()) {
      line(string.substring(from));
    }
  }

  /** Writes a text without line ends. */
  void writeScalar(String scalar) {
    if (!scalar.isEmpty()) {
      line(scalar);
    }
  }

  private void line(String part) {
    if (lineBegins) {
      text.append(indent);
      lineBegins = false;
    }
    text.append(part);
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    write(new String(chars, offset, length));
  }

  @Override
  public void flush() {
    // Nothing to flush: the text is in memory.
  }

  @Override
  public void close() {
    // Nothing to close.
  }

  /** Whether nothing has been written yet. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The text written so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
