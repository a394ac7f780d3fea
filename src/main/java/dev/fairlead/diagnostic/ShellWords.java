package dev.fairlead.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Joins words to a line that a shell splits into the same words. */
public final class ShellWords {
  private ShellWords() {}

  /** The line, with the words quoted that need it. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}@%+=:,./_-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
