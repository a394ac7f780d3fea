package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.Optional;
import java.util.OptionalInt;

/** Characters that manifests can't contain: some clients reject them, others drop them. */
final class Characters {
  /** A simple key has at most 1,024 characters in YAML. This leaves space for the quotes. */
  private static final int LONGEST_KEY = 1000;

  private Characters() {}

  /** The first character of a value that is rejected: a control character or a lone surrogate. */
  static OptionalInt firstRejected(String value) {
    for (int i = firstUnusual(value, 0); i < value.length(); ) {
      int c = value.codePointAt(i);
      if (isRejected(c)) {
        return OptionalInt.of(c);
      }
      i = firstUnusual(value, i + Character.charCount(c));
    }
    return OptionalInt.empty();
  }

  /** The index of the first char that is not printable ASCII, from an index on. */
  private static int firstUnusual(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) < 0x7F) {
      i++;
    }
    return i;
  }

  private static boolean isRejected(int c) {
    if (c < 0x20) {
      return c != '\t' && c != '\n' && c != '\r';
    }
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return control || surrogate || c == 0xFFFE || c == 0xFFFF;
  }

  /** Whether all characters are plain ASCII text, as in most files. */
  static boolean arePlain(byte[] utf8) {
    for (byte b : utf8) {
      if ((b < ' ' && b != '\n' && b != '\r' && b != '\t') || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Where the text has a character that YAML does not allow anywhere, not even in comments. */
  static Optional<Span> firstUnreadable(SourceFile file) {
    String text = file.text();
    for (int i = firstUnusual(text, 0); i < text.length(); ) {
      int c = text.codePointAt(i);
      // A next-line character is allowed in a comment. In a value it is found later.
      if (isRejected(c) && c != 0x85) {
        return Optional.of(file.character(i));
      }
      i = firstUnusual(text, i + Character.charCount(c));
    }
    return Optional.empty();
  }

  /** Whether a key is too long to be printed on one line, as YAML requires. */
  static boolean tooLongForKey(String key) {
    if (key.length() * 6 <= LONGEST_KEY) {
      return false;
    }
    // Any other character may need an escape, which takes up to six characters.
    return key.chars().map(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\' ? 1 : 6).sum()
        > LONGEST_KEY;
  }
}
