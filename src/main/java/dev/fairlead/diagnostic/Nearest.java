package dev.fairlead.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that the user probably meant. */
public final class Nearest {
  /** With more candidates than this, comparing each of them takes too long. */
  private static final int MAX_CANDIDATES = 1000;

  private Nearest() {}

  /**
   * The candidate that is nearest to the word, if at most one letter or a third of the word's
   * letters differ. Case, hyphens and underscores don't count. Of equally near candidates the first
   * one wins. The empty string is never near.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    if (candidates.size() > MAX_CANDIDATES) {
      return Optional.empty();
    }
    String best = null;
    int bestDistance = Math.max(1, word.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(fold(word), fold(candidate));
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
              .filter(c -> !c.isEmpty() && distance(fold(word), fold(c)) <= most)
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

  /** The number of letters to insert, delete, replace or swap to turn a into b. */
  public static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 16 || a.length() + b.length() > 512) {
      return Math.max(a.length(), b.length());
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
