package dev.fairlead.source;

/**
 * Strings of a text, one object for most that recur: in a list of objects nearly all keys and many
 * values do.
 */
final class RecurringWords {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 64;

  private final char[] text;
  private final String[] known = new String[SLOTS];

  RecurringWords(char[] text) {
    this.text = text;
  }

  /** The string between two offsets. {@code hash} is what String.hashCode gives for it. */
  String of(int start, int end, int hash) {
    if (end - start > LONGEST) {
      return new String(text, start, end - start);
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String other = known[slot];
    if (other != null && is(other, start, end, hash)) {
      return other;
    }
    String string = new String(text, start, end - start);
    known[slot] = string;
    return string;
  }

  private boolean is(String other, int start, int end, int hash) {
    if (other.hashCode() != hash || other.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (other.charAt(i - start) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
