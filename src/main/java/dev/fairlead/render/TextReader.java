package dev.fairlead.render;

import java.io.Reader;

/**
 * Reads a text for the compiler of templates, which takes and puts back single characters: the
 * JDK's reader locks and checks for each, and that is a part of a start.
 */
final class TextReader extends Reader {
  private final String text;
  private int next;
  private int marked;

  TextReader(String text) {
    this.text = text;
  }

  @Override
  public int read() {
    return next < text.length() ? text.charAt(next++) : -1;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    int count = Math.min(length, text.length() - next);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    text.getChars(next, next + count, buffer, offset);
    next += count;
    return count;
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int limit) {
    marked = next;
  }

  @Override
  public void reset() {
    next = marked;
  }

  @Override
  public void close() {}
}
