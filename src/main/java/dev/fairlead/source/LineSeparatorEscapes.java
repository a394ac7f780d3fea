package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * kustomize writes two escapes of YAML 1.2 for line separators that the parser does not know. In a
 * text that the user did not write, this class replaces them with escapes that the parser knows.
 */
final class LineSeparatorEscapes {
  private static final Map<Character, String> ESCAPES = Map.of('L', "\\u2028", 'P', "\\u2029");

  /** An escape that the parser knows, as long as those that it does not know. */
  private static final String STAND_IN = "\\_";

  private final String text;
  private static final int MOST_ERRORS = 100;

  private final StringBuilder out = new StringBuilder();
  private int copied;
  private int errors;

  private LineSeparatorEscapes(String text) {
    this.text = text;
  }

  /** The same text, with escapes that the parser knows. */
  static SourceFile replaced(SourceFile file) {
    String text = file.text();
    return text.contains("\\L") || text.contains("\\P")
        ? file.withText(new LineSeparatorEscapes(text).replaced())
        : file;
  }

  /** Outside double quotes they are not escapes, so only the parser can tell where they are. */
  private String replaced() {
    String known = BlankBlocks.flattened(text.replace("\\L", STAND_IN).replace("\\P", STAND_IN));
    int next = 0;
    while (next >= 0) {
      next = replaceIn(known, next);
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Replaces from an offset on. Returns where to go on after a syntax error; -1 if nowhere. */
  private int replaceIn(String known, int from) {
    YamlEvents events = new YamlEvents(known, from);
    try {
      while (events.nextDocument()) {
        replaceIn(events);
      }
      return -1;
    } catch (MarkedYamlEngineException failure) {
      // Reading the text fails at the same place, with a finding.
      errors++;
      int error = failure.getProblemMark().map(events::offset).orElse(from);
      return errors > MOST_ERRORS ? -1 : DocumentMarker.next(known, Math.max(from + 1, error));
    }
  }

  private void replaceIn(YamlEvents events) {
    boolean quoted =
        events.id() == Event.ID.Scalar
            && events.scalar().getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    if (!quoted) {
      return;
    }
    int end = events.end();
    for (int at = text.indexOf('\\', events.start());
        at >= 0 && at < end;
        at = text.indexOf('\\', at + 2)) {
      String known = ESCAPES.get(text.charAt(at + 1));
      if (known != null) {
        out.append(text, copied, at).append(known);
        copied = at + 2;
      }
    }
  }
}
