package dev.fairlead.schema;

import dev.fairlead.diagnostic.Span;
import java.util.Optional;

/** A blank of a spec that {@code fairlead init} has written: no value, and a comment behind it. */
final class Blank {
  private static final String MARK = "# fill in: ";

  private Blank() {}

  /** What the comment behind a missing value says. */
  static Optional<String> meaning(Span value) {
    String text = value.file().text();
    int end = text.indexOf('\n', value.end());
    String rest = text.substring(value.end(), end < 0 ? text.length() : end).strip();
    return rest.startsWith(MARK) ? Optional.of(rest.substring(MARK.length())) : Optional.empty();
  }
}
