package dev.fairlead.source;

import java.io.Reader;

/**
 * Passes text to a YAML parser and never splits the two halves of a character: snakeyaml-engine
 * 3.0.1 throws if one of its reads ends between them.
 */
public final class WholeCharacters extends Reader {
  private final String text;
  private int next;

  /** Reads {@code text}. */
  public WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (next == text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), next + length);
    boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    if (split && end - next > 1) {
      end--;
    }
    text.getChars(next, end, buffer, offset);
    int count = end - next;
    next = end;
    return count;
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}
