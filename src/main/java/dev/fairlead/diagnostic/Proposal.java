package dev.fairlead.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * A change that fixes a finding. It is proposed only where there is no doubt about what was meant.
 *
 * @param span what is replaced
 * @param text the YAML that replaces it, with quotes where they are needed
 */
public record Proposal(Span span, String text) {
  /**
   * Replaces one word with another and keeps its quotes. Empty if the word is written with an
   * escape, an anchor or a tag, or as a block scalar.
   */
  public static Optional<Proposal> word(Span span, String before, String after) {
    return quoteOf(span, before).map(quote -> new Proposal(span, quote + after + quote));
  }

  /** Replaces a scalar and its quotes with YAML; empty in the same cases as {@link #word}. */
  public static Optional<Proposal> scalar(Span span, String before, String yaml) {
    return quoteOf(span, before).map(quote -> new Proposal(span, yaml));
  }

  /** Quotes a plain scalar; empty if it is not plain or needs escapes. */
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
