package dev.fairlead.source;

import dev.fairlead.document.WholeCharacters;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
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
final class YamlEvents {
  private static final int SMALLEST_BUFFER = 1024;
  private static final int LARGEST_BUFFER = 65_536;
  private static final int MOST_BUFFERS = 64;
  private static final String KEY = "key:\n";

  private Iterator<Event> events;
  private Event current;
  private int linesBefore;
  private int indexBefore;
  private boolean tagHandles;

  private YamlEvents(Iterator<Event> events) {
    this.events = events;
  }

  /** Before the first event. Whatever reads on throws at a syntax error. */
  static YamlEvents over(String text) {
    return new YamlEvents(parse(new WholeCharacters(text), text.length()));
  }

  /** At the start of a list under a key in the first column that has nothing before the dash. */
  static YamlEvents over(String text, ListTail.Dash dash) {
    int start = dash.offset() - dash.column();
    YamlEvents events =
        new YamlEvents(parse(new WholeCharacters(KEY, text, start), text.length() - start));
    events.linesBefore = dash.line() - 1;
    events.indexBefore = dash.index() - dash.column() - KEY.length();
    events.nextDocument();
    events.next();
    events.next();
    return events;
  }

  private static Iterator<Event> parse(WholeCharacters text, int length) {
    // The scanner copies what it has of a scalar for every buffer, so there must not be too many;
    // the collector copies buffers, so they must not be too large.
    int buffer = Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, length / MOST_BUFFERS));
    // Size is bounded by the machine, depth by TreeBuilder, aliases by Anchors.
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(buffer)
            .setAllowDuplicateKeys(true)
            .setSchema(new FailsafeSchema())
            .build();
    return new Parse(settings).parseReader(text).iterator();
  }

  /** Goes to where others are, which have read on in the same text. */
  void continueWith(YamlEvents others) {
    events = others.events;
    current = others.current;
    linesBefore = others.linesBefore;
    indexBefore = others.indexBefore;
  }

  /** Goes to the first event of the next document, if there is one. */
  boolean nextDocument() {
    while (events.hasNext()) {
      switch (next()) {
        case DocumentStart -> tagHandles = !((DocumentStartEvent) current).getTags().isEmpty();
        case StreamStart, DocumentEnd, StreamEnd -> {}
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

  /** Whether a {@code %TAG} says what tags in the document mean. */
  boolean hasTagHandles() {
    return tagHandles;
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
    return inText(current.getStartMark().orElseThrow());
  }

  Mark endMark() {
    return inText(current.getEndMark().orElseThrow());
  }

  /** A mark of the parser as one in the whole text. */
  Mark inText(Mark mark) {
    return linesBefore == 0
        ? mark
        : new Mark(
            mark.getName(),
            mark.getIndex() + indexBefore,
            mark.getLine() + linesBefore,
            mark.getColumn(),
            mark.getBuffer(),
            mark.getPointer());
  }
}
