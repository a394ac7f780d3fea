package dev.fairlead.source;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.LongLists;
import dev.fairlead.document.Node;
import dev.fairlead.document.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.databind.JsonNode;

/** Builds the tree of one document from events, with aliases and merge keys resolved. */
final class TreeBuilder {
  private static final int DEEPEST = 64;
  private static final String MERGE = "<<";
  private static final int MOST_USUAL_KEYS = 500;

  private final SourceFile file;
  private final YamlEvents events;
  private final boolean strict;
  private final ScalarReader scalars;
  private final LongLists longLists;
  private final Diagnostics diagnostics;
  private final Anchors anchors;
  private final Map<String, String> usualKeys = new HashMap<>();

  TreeBuilder(
      SourceFile file,
      YamlEvents events,
      boolean strict,
      LongLists longLists,
      Diagnostics diagnostics) {
    this(file, events, strict, new Anchors(), longLists, diagnostics);
  }

  private TreeBuilder(
      SourceFile file,
      YamlEvents events,
      boolean strict,
      Anchors anchors,
      LongLists longLists,
      Diagnostics diagnostics) {
    this.file = file;
    this.anchors = anchors;
    this.strict = strict;
    this.scalars = new ScalarReader(strict, diagnostics);
    this.events = events;
    this.longLists = longLists;
    this.diagnostics = diagnostics;
  }

  /** The tree that begins at the current event. */
  JsonNode document() {
    return value(new Slot(file, "", 0, 0, 0, 0));
  }

  private JsonNode value(Slot slot) {
    if (slot.depth() > DEEPEST) {
      throw Unreadable.tooDeep(start());
    }
    anchors.write();
    if (events.id() == Event.ID.Alias) {
      return alias(slot);
    }
    Optional<String> anchor = events.anchor();
    if (anchor.isEmpty()) {
      return unanchored(slot);
    }
    anchors.open(anchor.get());
    JsonNode node = unanchored(slot);
    anchors.set(anchor.get(), node);
    return node;
  }

  private JsonNode unanchored(Slot slot) {
    return switch (events.id()) {
      case MappingStart -> mapping(slot);
      case SequenceStart -> sequence(slot);
      default -> {
        Place place = slot.place(events.startMark(), events.endMark());
        yield scalars.read(events.scalar(), place, slot.field());
      }
    };
  }

  private JsonNode alias(Slot slot) {
    Place place = slot.place(events.startMark(), events.endMark());
    Span span = place.value();
    String name = events.anchor().orElseThrow();
    Optional<JsonNode> target = anchors.get(name);
    if (target.isEmpty()) {
      String reason =
          anchors.isOpen(name)
              ? "alias *" + name + " stands inside its own anchor"
              : "alias *" + name + " has no anchor &" + name + " before it";
      diagnostics.add(Code.BAD_ALIAS, span, reason);
      return new Node.Nothing(place);
    }
    Node node = (Node) target.get();
    if (slot.depth() + node.depth() > DEEPEST) {
      throw Unreadable.tooDeep(span);
    }
    Optional<Long> copies = anchors.copy(target.get());
    if (copies.isPresent()) {
      diagnostics.add(
          Code.BAD_ALIAS,
          span,
          "aliases up to *"
              + name
              + " multiply this document to more than "
              + copies.get()
              + " nodes");
      return new Node.Nothing(place);
    }
    return node.at(place.of(node.place()));
  }

  private JsonNode mapping(Slot slot) {
    Mark start = events.startMark();
    boolean flow = events.isFlow();
    scalars.checkTag(events.tag(), "map", slot.place(start, start));
    Map<String, JsonNode> children = new LinkedHashMap<>();
    Set<String> merged = new HashSet<>();
    int mergeLine = 0;
    Mark end = start;
    while (events.next() != Event.ID.MappingEnd) {
      if (events.id() != Event.ID.Scalar) {
        throw Unreadable.noKey(start());
      }
      ScalarEvent event = events.scalar();
      Mark keyStart = events.startMark();
      Mark keyEnd = events.endMark();
      String key = key(event, slot.item(), keyStart, keyEnd);
      JsonNode before = merged.contains(key) ? null : children.get(key);
      int first = key.equals(MERGE) ? mergeLine : lineOfKey(before);
      if (first > 0) {
        diagnostics.add(
            Code.DUPLICATE_KEY,
            slot.item().place(keyStart, keyEnd).value(),
            "key " + quote(key) + " is already set in line " + first);
      }
      events.next();
      JsonNode child = value(slot.under(key, keyStart, keyEnd));
      end = events.endMark();
      if (key.equals(MERGE)) {
        mergeLine = keyStart.getLine() + 1;
      }
      if (key.equals(MERGE) && event.isPlain()) {
        merge(child, slot.item().place(keyStart, keyEnd).value(), children, merged);
      } else {
        children.put(key, child);
        merged.remove(key);
      }
    }
    Mark last = flow || end.getIndex() == start.getIndex() ? events.endMark() : end;
    return new Node.Mapping(children, slot.place(start, last));
  }

  /** The line of the key of a value in a mapping; 0 without a value. */
  private static int lineOfKey(JsonNode value) {
    return value == null ? 0 : Node.placeOf(value).keyLine();
  }

  /** The key that begins at a mark. Most keys recur, and there is nothing wrong with them. */
  private String key(ScalarEvent event, Slot slot, Mark start, Mark end) {
    boolean bare = event.isPlain() && event.getTag().isEmpty() && event.getAnchor().isEmpty();
    String usual = usualKeys.get(event.getValue());
    if (bare && usual != null) {
      return usual;
    }
    int found = diagnostics.count();
    String key = checkedKey(event, slot.place(start, end));
    if (bare && diagnostics.count() == found && usualKeys.size() < MOST_USUAL_KEYS) {
      usualKeys.put(key, key);
    }
    return key;
  }

  private String checkedKey(ScalarEvent event, Place place) {
    String key = event.getValue();
    scalars.checkTag(events.tag(), "str", place);
    scalars.checkCharacters("key", key, place);
    if (events.anchor().isPresent()) {
      anchors.set(events.anchor().get(), new Node.Text(key, place));
    }
    if (Characters.tooLongForKey(key)) {
      diagnostics.add(
          Code.YAML_SYNTAX,
          place.value(),
          "a key of " + key.length() + " characters is too long for YAML");
    }
    scalars.checkKey(event, place);
    return key;
  }

  private void merge(JsonNode value, Span keySpan, Map<String, JsonNode> into, Set<String> merged) {
    if (value instanceof Node.Mapping mapping) {
      for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
        if (into.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
          merged.add(entry.getKey());
        }
      }
      return;
    }
    boolean mappings =
        value.isArray() && value.valueStream().allMatch(item -> item instanceof Node.Mapping);
    if (!mappings) {
      diagnostics.add(
          Code.BAD_ALIAS, keySpan, "the merge key << takes a mapping or a list of mappings");
      return;
    }
    value.forEach(item -> merge(item, keySpan, into, merged));
  }

  private JsonNode sequence(Slot slot) {
    Mark start = events.startMark();
    boolean flow = events.isFlow();
    scalars.checkTag(events.tag(), "seq", slot.place(start, start));
    // The lists of a spec: its volumes, claims and workloads.
    if (slot.depth() == 1) {
      return longList(slot, start, flow);
    }
    List<JsonNode> items = new ArrayList<>();
    Mark end = start;
    while (events.next() != Event.ID.SequenceEnd) {
      items.add(value(slot.item()));
      end = events.endMark();
    }
    return new Node.Sequence(items, slot.place(start, endOf(start, end, flow)));
  }

  private JsonNode longList(Slot slot, Mark start, boolean flow) {
    LongLists.LongList items = longLists.in(file, slot.field());
    boolean atTop = !flow && slot.keyColumn() == 1 && !events.hasTagHandles();
    Optional<ListTail> tail = Optional.empty();
    try {
      Mark end = start;
      while (events.next() != Event.ID.SequenceEnd) {
        if (tail.isEmpty() && atTop && longLists.full()) {
          tail = Optional.of(new ListTail(file.text(), start, () -> tailReader(slot)));
        }
        Optional<ListTail.Part> rest =
            tail.isPresent() ? tail.get().from(events.startMark()) : Optional.empty();
        if (rest.isPresent() && anchors.takeOver(rest.get().anchors())) {
          items.addAll(rest.get().items());
          end = rest.get().end();
          events.continueWith(rest.get().events());
          break;
        }
        items.add(value(slot.item()));
        end = events.endMark();
      }
      return items.at(slot.place(start, endOf(start, end, flow)));
    } finally {
      if (tail.isPresent()) {
        tail.get().close();
      }
    }
  }

  /** What reads the tail of a list in another thread, with the anchors that are known by now. */
  private Function<ListTail.Dash, Optional<ListTail.Part>> tailReader(Slot slot) {
    LongLists lists = longLists.forThread();
    Anchors known = anchors.forThread();
    return dash -> {
      YamlEvents ahead = YamlEvents.over(file.text(), dash);
      return new TreeBuilder(file, ahead, strict, known, lists, new Diagnostics()).tail(slot);
    };
  }

  /** The rest of a list; empty if that is more than sound values without anchors. */
  private Optional<ListTail.Part> tail(Slot slot) {
    int before = anchors.count();
    LongLists.LongList items = longLists.in(file, slot.field());
    Mark end = events.startMark();
    while (events.next() != Event.ID.SequenceEnd) {
      items.add(value(slot.item()));
      end = events.endMark();
      if (diagnostics.count() > 0 || anchors.count() > before || Thread.interrupted()) {
        return Optional.empty();
      }
    }
    return Optional.of(new ListTail.Part(items, end, anchors, events));
  }

  private Mark endOf(Mark start, Mark end, boolean flow) {
    return flow || end.getIndex() == start.getIndex() ? events.endMark() : end;
  }

  private Span start() {
    Mark start = events.startMark();
    int line = start.getLine() + 1;
    int column = start.getColumn() + 1;
    return new Span(file, line, column, line, column + 1);
  }
}
