package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Two escapes of YAML 1.2, for line separators, that kustomize writes and the parser does not know.
 * In a text that is not the user's own they are replaced by escapes that it knows.
 */
final class LineSeparatorEscapes {
  private static final Map<String, String> ESCAPES = Map.of("\\L", "\\u2028", "\\P", "\\u2029");
  private static final int MAX_ESCAPES = 1000;

  private LineSeparatorEscapes() {}

  /** The same text in words that the parser knows. */
  static SourceFile mended(SourceFile file) {
    SourceFile now = file;
    for (int i = 0; i < MAX_ESCAPES; i++) {
      String text = now.text();
      if (ESCAPES.keySet().stream().noneMatch(text::contains)) {
        return now;
      }
      // Outside of double quotes they are no escapes: so it is the parser that says where they are.
      Optional<Integer> at = refused(now);
      Optional<String> escape =
          at.flatMap(
              index ->
                  ESCAPES.keySet().stream().filter(e -> text.startsWith(e, index)).findFirst());
      if (escape.isEmpty()) {
        return now;
      }
      String known = ESCAPES.get(escape.get());
      now = now.withText(text.substring(0, at.get()) + known + text.substring(at.get() + 2));
    }
    return now;
  }

  /** Where the backslash stands that the parser refuses first, if it refuses the text. */
  private static Optional<Integer> refused(SourceFile file) {
    YamlEvents events = new YamlEvents(file.text());
    try {
      while (events.nextDocument()) {
        // Only to see whether it gets through.
      }
      return Optional.empty();
    } catch (MarkedYamlEngineException failure) {
      Span letter = new SyntaxErrors(file, events).explain(failure).span();
      return Optional.of(Math.max(0, letter.start() - 1));
    }
  }
}
