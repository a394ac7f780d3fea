package dev.fairlead.source;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
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
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Builds the tree of one document from tokens, with aliases and merge keys resolved. */
final class TreeBuilder {
  private static final int DEEPEST = 64;
  private static final long COPIES_ALLOWED = 100_000;
  private static final String MERGE = "<<";

  private final SourceFile file;
  private final YamlTokens tokens;
  private final ScalarReader scalars;
  private final Diagnostics diagnostics;
  private final Map<String, JsonNode> anchors = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();
  private long written;
  private long copied;

  TreeBuilder(SourceFile file, YamlTokens tokens, boolean strict, Diagnostics diagnostics) {
    this.file = file;
    this.scalars = new ScalarReader(strict, diagnostics);
    this.tokens = tokens;
    this.diagnostics = diagnostics;
  }

  /** Where a value stands: the field it belongs to, its own key, its depth. */
  private record Slot(String field, Optional<Span> key, int depth) {
    Slot under(String name, Span span) {
      return new Slot(name, Optional.of(span), depth + 1);
    }

    Slot item() {
      return new Slot(field, Optional.empty(), depth + 1);
    }

    Place place(Span value) {
      Place place = Place.of(value);
      return key.map(place::under).orElse(place);
    }
  }

  /** The document is nested too deep to go on. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Span span;

    TooDeep(Span span) {
      super("nested too deep", null, false, false);
      this.span = span;
    }

    Span span() {
      return span;
    }
  }

  /** The tree that begins at the current token. */
  JsonNode document(JsonToken token) {
    return value(token, new Slot("", Optional.empty(), 0));
  }

  private JsonNode value(JsonToken token, Slot slot) {
    if (slot.depth() > DEEPEST) {
      throw new TooDeep(span(tokens.startMark(), tokens.startMark()));
    }
    written++;
    if (tokens.isCurrentAlias()) {
      return alias(slot);
    }
    Optional<String> anchor = tokens.anchor();
    anchor.ifPresent(openAnchors::add);
    JsonNode node =
        switch (token) {
          case START_OBJECT -> mapping(slot);
          case START_ARRAY -> sequence(slot);
          default -> {
            Span span = span(tokens.startMark(), tokens.endMark());
            yield scalars.read(tokens.scalar().orElseThrow(), slot.place(span), slot.field());
          }
        };
    anchor.ifPresent(
        name -> {
          openAnchors.remove(name);
          anchors.put(name, node);
        });
    return node;
  }

  private JsonNode alias(Slot slot) {
    Span span = span(tokens.startMark(), tokens.endMark());
    String name = tokens.anchor().orElseThrow();
    JsonNode target = anchors.get(name);
    if (target == null) {
      String reason =
          openAnchors.contains(name)
              ? "alias *" + name + " stands inside its own anchor"
              : "alias *" + name + " has no anchor &" + name + " before it";
      diagnostics.add(Code.BAD_ALIAS, span, reason);
      return new Node.Nothing(slot.place(span));
    }
    if (slot.depth() + ((Node) target).depth() > DEEPEST) {
      throw new TooDeep(span);
    }
    copied += ((Node) target).weight();
    if (copied > COPIES_ALLOWED + 10 * written) {
      diagnostics.add(
          Code.BAD_ALIAS,
          span,
          "aliases up to *" + name + " multiply this document to more than " + copied + " nodes");
      copied = 0;
      return new Node.Nothing(slot.place(span));
    }
    return ((Node) target).at(slot.place(Node.placeOf(target).value()));
  }

  private JsonNode mapping(Slot slot) {
    Mark start = tokens.startMark();
    boolean flow = tokens.isFlow();
    scalars.checkTag(tokens.tag(), "map", span(start, start));
    Map<String, JsonNode> children = new LinkedHashMap<>();
    Map<String, Span> seen = new HashMap<>();
    Mark end = start;
    for (JsonToken token = tokens.nextToken();
        token == JsonToken.PROPERTY_NAME;
        token = tokens.nextToken()) {
      ScalarEvent event = tokens.scalar().orElseThrow();
      Span keySpan = span(tokens.startMark(), tokens.endMark());
      String key = key(event, keySpan);
      Span first = seen.putIfAbsent(key, keySpan);
      if (first != null) {
        diagnostics.add(
            Code.DUPLICATE_KEY,
            keySpan,
            "key " + quote(key) + " is already set in line " + first.line());
      }
      JsonNode child = value(tokens.nextToken(), slot.under(key, keySpan));
      end = tokens.endMark();
      if (key.equals(MERGE) && event.isPlain()) {
        merge(child, keySpan, children);
      } else {
        children.put(key, child);
      }
    }
    Mark last = flow || end.getIndex() == start.getIndex() ? tokens.endMark() : end;
    return new Node.Mapping(children, slot.place(span(start, last)));
  }

  private String key(ScalarEvent event, Span span) {
    String key = event.getValue();
    scalars.checkTag(tokens.tag(), "str", span);
    scalars.checkCharacters("key", key, span);
    tokens.anchor().ifPresent(name -> anchors.put(name, new Node.Text(key, Place.of(span))));
    if (Characters.tooLongForKey(key)) {
      diagnostics.add(
          Code.YAML_SYNTAX, span, "a key of " + key.length() + " characters is too long for YAML");
    }
    scalars.checkKey(event, span);
    return key;
  }

  private void merge(JsonNode value, Span keySpan, Map<String, JsonNode> into) {
    if (value instanceof Node.Mapping mapping) {
      mapping.properties().forEach(entry -> into.putIfAbsent(entry.getKey(), entry.getValue()));
      return;
    }
    boolean mappings =
        value.isArray() && value.valueStream().allMatch(item -> item instanceof Node.Mapping);
    if (!mappings) {
      diagnostics.add(
          Code.BAD_ALIAS, keySpan, "the merge key << takes a mapping or a list of mappings");
      return;
    }
    value.forEach(item -> merge(item, keySpan, into));
  }

  private JsonNode sequence(Slot slot) {
    Mark start = tokens.startMark();
    boolean flow = tokens.isFlow();
    scalars.checkTag(tokens.tag(), "seq", span(start, start));
    List<JsonNode> items = new ArrayList<>();
    Mark end = start;
    for (JsonToken token = tokens.nextToken();
        token != JsonToken.END_ARRAY;
        token = tokens.nextToken()) {
      items.add(value(token, slot.item()));
      end = tokens.endMark();
    }
    Mark last = flow || end.getIndex() == start.getIndex() ? tokens.endMark() : end;
    return new Node.Sequence(items, slot.place(span(start, last)));
  }

  private Span span(Mark start, Mark end) {
    return new Span(
        file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }
}
