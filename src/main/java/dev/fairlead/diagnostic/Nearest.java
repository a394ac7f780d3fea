package dev.fairlead.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that the user probably meant. */
public final class Nearest {
  /** With more candidates than this, comparing each of them takes too long. */
  private static final int MAX_CANDIDATES = 1000;

  /** Words that differ in more letters are not alike, however long they are. */
  private static final int MOST = 8;

  private Nearest() {}

  /**
   * The candidate that is nearest to the word, if at most one letter or a third of the word's
   * letters differ, and no more than eight. Case, hyphens and underscores don't count. Of equally
   * near candidates the first one wins. The empty string is never near.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    if (candidates.size() > MAX_CANDIDATES) {
      return Optional.empty();
    }
    String best = null;
    int bestDistance = Math.min(MOST, Math.max(1, word.length() / 3)) + 1;
    String folded = fold(word);
    for (String candidate : candidates) {
      int distance = distance(folded, fold(candidate), bestDistance - 1);
      if (!candidate.isEmpty() && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The candidate that was meant without any doubt; empty if several come into question. Only case,
   * hyphens and underscores differ, or one letter in a word of four to seven letters, or at most
   * two in a longer one.
   */
  public static Optional<String> only(String word, Collection<String> candidates) {
    if (candidates.size() > MAX_CANDIDATES) {
      return Optional.empty();
    }
    for (int most : new int[] {0, Math.min(2, word.length() / 4)}) {
      List<String> near =
          candidates.stream()
              .filter(c -> !c.isEmpty() && distance(fold(word), fold(c), most) <= most)
              .toList();
      if (!near.isEmpty()) {
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The end of a message that suggests the nearest candidate; empty if none is near. */
  public static String question(String word, Collection<String> candidates) {
    return question(to(word, candidates));
  }

  /** The end of a message that suggests the word; empty if there is none. */
  public static String question(Optional<String> nearest) {
    return nearest.map(near -> "; did you mean " + Quote.quote(near) + "?").orElse("");
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /**
   * The number of letters to insert, delete, replace or swap to turn a into b; {@code most + 1} if
   * it is more than {@code most}. Looks only at the letters that such a change can move, so the
   * time grows with the length, not with its square.
   */
  public static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    int nearestOfLast = 0;
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(b.length(), i + most);
      row[from - 1] = from == 1 ? i : most + 1;
      int nearest = row[from - 1];
      for (int j = from; j <= to; j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int above = j == i + most ? most + 1 : last[j];
        int steps = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(above, row[j - 1]) + 1);
        if (i > 1 && j > 1 && isSwapped(a, i, b, j)) {
          steps = Math.min(steps, before[j - 2] + 1);
        }
        row[j] = steps;
        nearest = Math.min(nearest, steps);
      }
      // A swap goes back two rows.
      if (nearest > most && nearestOfLast >= most) {
        return most + 1;
      }
      nearestOfLast = nearest;
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(most + 1, last[b.length()]);
  }

  private static boolean isSwapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
