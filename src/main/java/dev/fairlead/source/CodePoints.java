package dev.fairlead.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Turns indexes in code points, which the parser counts, into offsets in chars. */
final class CodePoints {
  /** The indexes, in code points, of the characters that take two chars. */
  private final int[] pairs;

  CodePoints(String text) {
    this.pairs = hasPairs(text) ? findPairs(text) : new int[0];
  }

  private static boolean hasPairs(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static int[] findPairs(String text) {
    IntStream.Builder found = IntStream.builder();
    int index = 0;
    for (int i = 0; i < text.length(); index++) {
      int chars = Character.charCount(text.codePointAt(i));
      if (chars == 2) {
        found.add(index);
      }
      i += chars;
    }
    return found.build().toArray();
  }

  /** The offset of the character at an index in code points. */
  int offset(int index) {
    if (pairs.length == 0) {
      return index;
    }
    int found = Arrays.binarySearch(pairs, index);
    return index + (found >= 0 ? found : -found - 1);
  }
}
