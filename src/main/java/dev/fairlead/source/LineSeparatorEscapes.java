package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * kustomize writes two escapes of YAML 1.2 for line separators that the parser does not know. In a
 * text that the user did not write, this class replaces them with escapes that the parser knows.
 */
final class LineSeparatorEscapes {
  private static final Map<String, String> ESCAPES = Map.of("\\L", "\\u2028", "\\P", "\\u2029");
  private static final int MAX_ESCAPES = 1000;

  private LineSeparatorEscapes() {}

  /** The same text, with escapes that the parser knows. */
  static SourceFile replaced(SourceFile file) {
    SourceFile now = file;
    for (int i = 0; i < MAX_ESCAPES; i++) {
      String text = now.text();
      if (ESCAPES.keySet().stream().noneMatch(text::contains)) {
        return now;
      }
      // Outside double quotes they are not escapes, so only the parser can tell where they are.
      Optional<Integer> at = firstRejected(now);
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

  /** The offset of the first backslash that the parser rejects, if any. */
  private static Optional<Integer> firstRejected(SourceFile file) {
    YamlEvents events = new YamlEvents(file.text());
    try {
      while (events.nextDocument()) {
        // Reads on only to see whether the parser accepts the text.
      }
      return Optional.empty();
    } catch (MarkedYamlEngineException failure) {
      Span letter = new SyntaxErrors(file, events).explain(failure).span();
      return Optional.of(Math.max(0, letter.start() - 1));
    }
  }
}
