package dev.fairlead.mustache;

import java.io.Writer;

/**
 * The text of one manifest, with the lines of partials indented. mustache.java would wrap a writer
 * around a writer for every level, and look for line ends in each of them.
 */
public final class Indented extends Writer {
  /** Characters of a manifest, as a guess. */
  private static final int USUAL = 700;

  private final StringBuilder text;
  private String indent = "";
  private boolean lineBegins;

  /** Room for some manifests. */
  public Indented(int manifests) {
    text = new StringBuilder(manifests * USUAL);
  }

  /** Indents the lines that begin from now on by some more; returns what the indent was before. */
  String indent(String more) {
    String before = indent;
    indent += more;
    return before;
  }

  /** Sets the indent back to what it was. */
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

  /** Writes what has no line ends. */
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
    // Everything is in the text already.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  /** Whether nothing was written yet. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** What was written. */
  @Override
  public String toString() {
    return text.toString();
  }
}
