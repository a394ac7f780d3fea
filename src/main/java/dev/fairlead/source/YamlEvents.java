package dev.fairlead.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The events of the parser inside jackson-dataformat-yaml. Jackson's own parser on top of it has
 * tokens without quotes, tags and exact marks. It also makes JDK 25 compute the tables of {@code
 * BigDecimal}, which takes as long as reading a spec.
 */
final class YamlEvents {
  private static final int SMALLEST_BUFFER = 1024;
  private static final int LARGEST_BUFFER = 1 << 20;
  private static final int MAX_BUFFERS = 64;

  private final String text;
  private final Iterator<Event> events;
  private final CodePoints codePoints;
  private Event current;

  /**
   * Starts before the first event of a text. At a syntax error, all methods that read on throw a
   * MarkedYamlEngineException.
   */
  YamlEvents(String text) {
    // The scanner copies the current scalar for every buffer, so there must not be too many. The
    // collector copies buffers, so they must not be too large.
    int buffer = Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, text.length() / MAX_BUFFERS));
    // The machine limits the size, TreeBuilder the depth, Anchors the aliases.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(buffer)
            .setAllowDuplicateKeys(true)
            .setSchema(new FailsafeSchema())
            .build();
    this.text = text;
    this.events = new Parse(settings).parseReader(new WholeCharacters(text)).iterator();
    this.codePoints = new CodePoints(text);
  }

  /** Goes to the first event of the next document, if there is one. */
  boolean nextDocument() {
    while (hasNext()) {
      switch (next()) {
        case StreamStart, DocumentStart, DocumentEnd, StreamEnd -> {}
        default -> {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasNext() {
    try {
      return events.hasNext();
    } catch (RuntimeException failure) {
      throw SyntaxErrors.marked(failure, current);
    }
  }

  /** Goes to the next event. */
  Event.ID next() {
    try {
      current = events.next();
    } catch (RuntimeException failure) {
      throw SyntaxErrors.marked(failure, current);
    }
    return current.getEventId();
  }

  /** The events of the same text from its start. */
  YamlEvents again() {
    return new YamlEvents(text);
  }

  /** The offset of the innermost mapping or list that is open at the syntax error that follows. */
  int lastOpen() {
    Deque<Integer> open = new ArrayDeque<>();
    try {
      while (hasNext()) {
        switch (next()) {
          case MappingStart, SequenceStart -> open.push(start());
          case MappingEnd, SequenceEnd -> open.pop();
          default -> {}
        }
      }
    } catch (MarkedYamlEngineException expected) {
      return open.isEmpty() ? 0 : open.peek();
    }
    return 0;
  }

  /** The type of the current event. */
  Event.ID id() {
    return current.getEventId();
  }

  /** The current event, which is a scalar. */
  ScalarEvent scalar() {
    return (ScalarEvent) current;
  }

  /** The number of chars of a scalar; 0 for other events. */
  int length() {
    return current instanceof ScalarEvent scalar ? scalar.getValue().length() : 0;
  }

  /** The name after {@code &} or {@code *}. */
  Optional<String> anchor() {
    return ((NodeEvent) current).getAnchor().map(Anchor::getValue);
  }

  /** The full tag, written or implied, such as {@code tag:yaml.org,2002:str}. */
  Optional<String> tag() {
    return current instanceof CollectionStartEvent collection
        ? collection.getTag()
        : scalar().getTag();
  }

  /** Whether the mapping or list that starts here is written in brackets. */
  boolean isFlow() {
    return ((CollectionStartEvent) current).isFlow();
  }

  /** The offset in the text where the current event starts. */
  int start() {
    return offset(current.getStartMark().orElseThrow());
  }

  /** The offset in the text after the current event. */
  int end() {
    return offset(current.getEndMark().orElseThrow());
  }

  /** The offset in the text of a mark of the parser. */
  int offset(Mark mark) {
    return codePoints.offset(mark.getIndex());
  }
}
