package dev.fairlead.source;

import dev.fairlead.document.WholeCharacters;
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
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The events of the parser inside jackson-dataformat-yaml. Jackson's own parser above it has tokens
 * without quotes, tags and exact marks, and makes JDK 25 compute the tables of {@code BigDecimal},
 * which takes as long as to read a spec.
 */
final class YamlEvents implements AutoCloseable {
  private static final int SMALLEST_BUFFER = 1024;
  private static final int MOST_BUFFERS = 64;

  /** Characters from which a second core is worth a thread. */
  private static final int LONG = 50_000;

  private final Iterator<Event> events;
  private Event current;

  private YamlEvents(Iterator<Event> events) {
    this.events = events;
  }

  /** Before the first event. Whatever reads on throws at a syntax error. */
  static YamlEvents over(String text) {
    // The scanner copies what it has of a scalar for every buffer, so there must not be too many.
    int buffer = Math.max(SMALLEST_BUFFER, text.length() / MOST_BUFFERS);
    // Size is bounded by the machine, depth and aliases by TreeBuilder.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(buffer)
            .setAllowDuplicateKeys(true)
            .setSchema(new FailsafeSchema())
            .build();
    Iterator<Event> events = new Parse(settings).parseReader(new WholeCharacters(text)).iterator();
    return new YamlEvents(text.length() < LONG ? events : new ReadAhead<>(events));
  }

  /** Goes to the first event of the next document, if there is one. */
  boolean nextDocument() {
    while (events.hasNext()) {
      switch (next()) {
        case StreamStart, DocumentStart, DocumentEnd, StreamEnd -> {}
        default -> {
          return true;
        }
      }
    }
    return false;
  }

  /** Goes to the next event. */
  Event.ID next() {
    current = events.next();
    return current.getEventId();
  }

  /** What the current event is. */
  Event.ID id() {
    return current.getEventId();
  }

  /** The current event, which is a scalar. */
  ScalarEvent scalar() {
    return (ScalarEvent) current;
  }

  /** The name behind {@code &} or {@code *}. */
  Optional<String> anchor() {
    return ((NodeEvent) current).getAnchor().map(Anchor::getValue);
  }

  /** The full tag as written or meant, such as {@code tag:yaml.org,2002:str}. */
  Optional<String> tag() {
    return current instanceof CollectionStartEvent collection
        ? collection.getTag()
        : scalar().getTag();
  }

  /** Whether the mapping or list that begins here is written in brackets. */
  boolean isFlow() {
    return ((CollectionStartEvent) current).isFlow();
  }

  Mark startMark() {
    return current.getStartMark().orElseThrow();
  }

  Mark endMark() {
    return current.getEndMark().orElseThrow();
  }

  /** Nobody asks for more. */
  @Override
  public void close() {
    if (events instanceof ReadAhead<Event> ahead) {
      ahead.close();
    }
  }
}
