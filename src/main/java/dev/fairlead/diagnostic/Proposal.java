package dev.fairlead.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * A change that mends what a finding is about, and leaves no doubt about what was meant.
 *
 * @param span what is replaced
 * @param text the YAML that stands there afterwards, quoted where it needs quotes
 */
public record Proposal(Span span, String text) {
  /**
   * Puts one word in the place of another and keeps its quotes. None where the word is written in
   * another way: with an escape, an anchor or a tag, or as a block of lines.
   */
  public static Optional<Proposal> word(Span span, String before, String after) {
    return quoteOf(span, before).map(quote -> new Proposal(span, quote + after + quote));
  }

  /** Puts YAML in the place of a scalar and its quotes; none where it is written in another way. */
  public static Optional<Proposal> scalar(Span span, String before, String yaml) {
    return quoteOf(span, before).map(quote -> new Proposal(span, yaml));
  }

  /** Puts quotes around plain text; none where it is no plain text or would have to be escaped. */
  public static Optional<Proposal> quotes(Span span, String text) {
    boolean simple = text.matches("[ !#-\\[\\]-~]+");
    return simple && span.text().equals(text)
        ? Optional.of(new Proposal(span, '"' + text + '"'))
        : Optional.empty();
  }

  private static Optional<String> quoteOf(Span span, String word) {
    String written = span.text();
    for (String quote : List.of("", "\"", "'")) {
      if (!written.isEmpty() && written.equals(quote + word + quote)) {
        return Optional.of(quote);
      }
    }
    return Optional.empty();
  }
}
