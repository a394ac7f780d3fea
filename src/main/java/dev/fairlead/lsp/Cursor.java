package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the word at the cursor would be. A line that is half typed is no YAML, so the word is
 * replaced with one that reads well, as a key and as a value, and the text is read with it.
 *
 * @param start the offset at which the word begins
 * @param end the offset after the word
 * @param document the number of the document in the file
 */
record Cursor(Spot spot, int start, int end, int document) {
  private static final String WORD = "zzFairleadCursorzz";

  /** The cursor at an offset of a text, if the word there can be a key. */
  static Optional<Cursor> asKey(String text, int offset) {
    int end = end(text, offset);
    boolean hasColon = end < text.length() && text.charAt(end) == ':';
    return read(text, offset, hasColon ? WORD : WORD + ": ");
  }

  /** The cursor at an offset of a text, if the word there can be a value. */
  static Optional<Cursor> asValue(String text, int offset) {
    return read(text, offset, WORD);
  }

  private static Optional<Cursor> read(String text, int offset, String word) {
    int start = start(text, offset);
    int end = end(text, offset);
    String before = text.substring(0, start) + word;
    String line = restOfLine(text, end);
    // What follows may be broken, too.
    for (String candidate :
        List.of(before + text.substring(end), before + line + Brackets.closing(before + line))) {
      int number = 0;
      for (Document document : documents(candidate)) {
        Optional<Spot> spot = Spot.of(document, WORD);
        if (spot.isPresent()) {
          return Optional.of(new Cursor(spot.get(), start, end, number));
        }
        number++;
      }
    }
    return Optional.empty();
  }

  private static List<Document> documents(String text) {
    return new SpecReader(new KubernetesNumbers(), new Diagnostics())
        .read("", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String restOfLine(String text, int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
      to++;
    }
    return text.substring(from, to);
  }

  private static int start(String text, int offset) {
    int start = offset;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int end(String text, int offset) {
    int end = offset;
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "._/-".indexOf(c) >= 0;
  }
}
