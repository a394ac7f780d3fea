package dev.fairlead.render;

import dev.fairlead.tree.Mapping;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which kustomize prints the keys of a mapping: numbers inside a key count as numbers
 * ({@code disk-2} before {@code disk-10}), and letters come after other characters. This order is
 * not transitive: keys such as {@code 2a}, {@code 21} and {@code 3} form a cycle. So it can't be
 * the order of a {@link java.util.SortedMap}, which would lose keys.
 */
public final class KeyOrder {
  private KeyOrder() {}

  /** The entries of a mapping in this order. The result is always the same for the same keys. */
  public static List<Mapping.Entry> sorted(Mapping mapping) {
    if (isSorted(mapping.keys())) {
      return mapping.entries();
    }
    Mapping.Entry[] entries = mapping.entries().toArray(new Mapping.Entry[0]);
    Arrays.sort(entries, (a, b) -> a.key().compareTo(b.key()));
    sort(entries, new Mapping.Entry[entries.length], 0, entries.length);
    return Arrays.asList(entries);
  }

  /**
   * Whether the keys are certainly in order. Most mappings have only keys of letters, and those
   * never form a cycle.
   */
  private static boolean isSorted(List<String> keys) {
    for (int i = 0; i < keys.size() && keys.size() > 1; i++) {
      String key = keys.get(i);
      if (!isWord(key) || (i > 0 && keys.get(i - 1).compareTo(key) > 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String key) {
    for (int i = 0; i < key.length(); i++) {
      char lower = (char) (key.charAt(i) | 0x20);
      if (lower < 'a' || lower > 'z') {
        return false;
      }
    }
    return true;
  }

  /** A merge sort, because the JDK's sort may throw if the order has a cycle. */
  private static void sort(Mapping.Entry[] entries, Mapping.Entry[] spare, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = from + (to - from) / 2;
    sort(entries, spare, from, middle);
    sort(entries, spare, middle, to);
    System.arraycopy(entries, from, spare, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight =
          left == middle || (right < to && compare(spare[left].key(), spare[right].key()) > 0);
      entries[i] = takeRight ? spare[right++] : spare[left++];
    }
  }

  private static int compare(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (i == a.length() || i == b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    boolean letterA = Character.isLetter(a.codePointAt(i));
    boolean letterB = Character.isLetter(b.codePointAt(i));
    if (letterA != letterB) {
      return letterA ? 1 : -1;
    }
    if (letterA) {
      return Integer.compare(a.codePointAt(i), b.codePointAt(i));
    }
    return compareFrom(a, b, i);
  }

  /** Neither key has a letter at {@code i}, where they differ first. */
  private static int compareFrom(String a, String b, int i) {
    int endA = digitsEnd(a, i);
    int endB = digitsEnd(b, i);
    // Leading zeros of a number don't count, later ones do.
    boolean continued = a.charAt(i) == '0' || b.charAt(i) == '0';
    String lead = continued && continuesNumber(a, i) ? "1" : "";
    int byNumber = compareNumbers(lead + a.substring(i, endA), lead + b.substring(i, endB));
    if (byNumber != 0) {
      return byNumber;
    }
    return endA != endB
        ? Integer.compare(endA, endB)
        : Integer.compare(a.codePointAt(i), b.codePointAt(i));
  }

  private static int digitsEnd(String s, int from) {
    int end = from;
    while (end < s.length() && Character.isDigit(s.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean continuesNumber(String s, int i) {
    for (int j = i - 1; j >= 0 && Character.isDigit(s.charAt(j)); j--) {
      if (s.charAt(j) != '0') {
        return true;
      }
    }
    return false;
  }

  private static int compareNumbers(String a, String b) {
    String x = withoutZeros(a);
    String y = withoutZeros(b);
    return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
  }

  private static String withoutZeros(String digits) {
    int i = 0;
    while (i < digits.length() && digits.charAt(i) == '0') {
      i++;
    }
    return digits.substring(i);
  }
}
