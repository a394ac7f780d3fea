package dev.fairlead.source;

/**
 * Finds the line that begins the next document. YAML has no text with {@code ---} at the beginning
 * of a line, not even in quotes or in a block, so such a line always begins a document. See <a
 * href="https://yaml.org/spec/1.2.2/#912-document-markers">Document markers</a>.
 */
final class DocumentMarker {
  private static final String MARKER = "---";

  private DocumentMarker() {}

  /** The offset of the first marker that begins at an offset or after it; -1 if there is none. */
  static int next(String text, int from) {
    for (int at = text.indexOf(MARKER, from); at >= 0; at = text.indexOf(MARKER, at + 1)) {
      int end = at + MARKER.length();
      boolean begins = at == 0 || isBreak(text.charAt(at - 1));
      if (begins && (end == text.length() || isSpace(text.charAt(end)))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isSpace(char c) {
    return isBreak(c) || c == ' ' || c == '\t';
  }
}
