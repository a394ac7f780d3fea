package dev.fairlead.source;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree of one document from events, with aliases and merge keys resolved. */
final class TreeBuilder {
  private static final int DEEPEST = 64;

  /** In chars. The API server stores no object of more than about 1.5 MB. */
  private static final int LONGEST = 2 << 20;

  private static final String MERGE = "<<";
  private static final int MAX_USUAL_KEYS = 500;

  private final SourceFile file;
  private final YamlEvents events;
  private final ScalarReader scalars;
  private final Diagnostics diagnostics;
  private final Anchors anchors;
  private final Map<String, String> usualKeys = new HashMap<>();

  TreeBuilder(
      SourceFile file,
      YamlEvents events,
      ScalarReader scalars,
      Anchors anchors,
      Diagnostics diagnostics) {
    this.anchors = anchors;
    this.file = file;
    this.events = events;
    this.scalars = scalars;
    this.diagnostics = diagnostics;
  }

  /** The tree that starts at the current event. */
  Tree document() {
    anchors.clear();
    return value("", 0);
  }

  /** A value at a depth. {@code field} is the nearest key above it. */
  private Tree value(String field, int depth) {
    if (depth > DEEPEST) {
      throw ParseFailure.tooDeep(file.character(events.start()));
    }
    anchors.write(events.length());
    if (events.id() == Event.ID.Alias) {
      return alias(depth);
    }
    Optional<String> anchor = events.anchor();
    if (anchor.isEmpty()) {
      return unanchored(field, depth);
    }
    anchors.open(anchor.get());
    Tree value = unanchored(field, depth);
    anchors.set(anchor.get(), value);
    return value;
  }

  private Tree unanchored(String field, int depth) {
    return switch (events.id()) {
      case MappingStart -> mapping(depth);
      case SequenceStart -> sequence(field, depth);
      default -> scalar(field);
    };
  }

  private Tree scalar(String field) {
    if (events.length() > LONGEST) {
      throw ParseFailure.tooLong(span(), events.length(), LONGEST);
    }
    return scalars.read(events.scalar(), span(), field);
  }

  private Span span() {
    return new Span(file, events.start(), events.end());
  }

  private Tree alias(int depth) {
    Span span = span();
    String name = events.anchor().orElseThrow();
    Optional<Tree> target = anchors.get(name);
    if (target.isEmpty()) {
      return badAlias(
          span,
          anchors.isOpen(name)
              ? message("alias *{} is inside its own anchor", plain(name))
              : message("alias *{} has no anchor &{} before it", plain(name), plain(name)));
    }
    if (depth + anchors.depth(target.get()) > DEEPEST) {
      throw ParseFailure.tooDeep(span);
    }
    if (!anchors.repeat(target.get())) {
      throw ParseFailure.tooManyRepeats(span, name, anchors);
    }
    return target.get();
  }

  private Tree badAlias(Span span, String message) {
    diagnostics.add(Code.BAD_ALIAS, span, message);
    return new Scalar(Scalar.Kind.NULL, "null", file, span.start(), span.end());
  }

  private Tree mapping(int depth) {
    int start = events.start();
    boolean flow = events.isFlow();
    scalars.checkTag(events.tag(), "map", new Span(file, start, start));
    MappingBuilder entries = new MappingBuilder();
    Set<String> merged = new HashSet<>();
    int firstMerge = -1;
    int end = start;
    while (events.next() != Event.ID.MappingEnd) {
      Span place = span();
      boolean plain = events.id() == Event.ID.Scalar && events.scalar().isPlain();
      String key = key(place);
      boolean isMerge = key.equals(MERGE);
      int first = isMerge ? firstMerge : merged.contains(key) ? -1 : entries.keyStart(key);
      if (first >= 0) {
        int firstEnd = isMerge ? first + MERGE.length() : entries.keyEnd(key);
        diagnostics.add(
            Diagnostic.of(Code.DUPLICATE_KEY, place, message("key {} is set twice", key))
                .withRelated(new Span(file, first, firstEnd), "first set here"));
      }
      events.next();
      Tree value = value(key, depth + 1);
      end = events.end();
      if (isMerge) {
        firstMerge = place.start();
      }
      if (isMerge && plain) {
        merge(value, place, entries, merged);
      } else {
        entries.put(key, place.start(), place.end(), value);
        merged.remove(key);
      }
    }
    return entries.build(file, start, flow || end == start ? events.end() : end);
  }

  /** The key at a position. */
  private String key(Span place) {
    if (events.id() == Event.ID.Scalar) {
      return key(events.scalar(), place);
    }
    boolean alias = events.id() == Event.ID.Alias && scalars.takesAliasesAsKeys();
    if (!alias || !(alias(0) instanceof Scalar key)) {
      throw ParseFailure.noKey(file.character(place.start()));
    }
    return key.text();
  }

  /** The key at a position. Most keys recur and are valid, so each is checked only once. */
  private String key(ScalarEvent event, Span place) {
    boolean bare = event.isPlain() && event.getTag().isEmpty() && event.getAnchor().isEmpty();
    String usual = usualKeys.get(event.getValue());
    if (bare && usual != null) {
      return usual;
    }
    int found = diagnostics.count();
    String key = checkedKey(event, place);
    if (bare && diagnostics.count() == found && usualKeys.size() < MAX_USUAL_KEYS) {
      usualKeys.put(event.getValue(), key);
    }
    return key;
  }

  private String checkedKey(ScalarEvent event, Span place) {
    String key = scalars.key(event);
    if (!scalars.isTaggedMerge(event)) {
      scalars.checkTag(events.tag(), "str", place);
    }
    scalars.checkCharacters("key", key, place);
    if (events.anchor().isPresent()) {
      anchors.set(events.anchor().get(), Scalar.string(key, place));
    }
    if (Characters.tooLongForKey(key)) {
      diagnostics.add(
          Code.YAML_SYNTAX,
          place,
          message("a key of {} characters is too long for YAML", key.length()));
    }
    scalars.checkKey(event, place);
    return key;
  }

  private void merge(Tree value, Span place, MappingBuilder into, Set<String> merged) {
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (!into.has(entry.key())) {
          into.put(entry.key(), entry.keySpan().start(), entry.keySpan().end(), entry.value());
          merged.add(entry.key());
        }
      }
    } else if (value instanceof Sequence list
        && list.items().stream().allMatch(item -> item instanceof Mapping)) {
      list.items().forEach(item -> merge(item, place, into, merged));
    } else {
      diagnostics.add(
          Code.BAD_ALIAS, place, "the merge key << takes a mapping or a list of mappings");
    }
  }

  private Tree sequence(String field, int depth) {
    int start = events.start();
    boolean flow = events.isFlow();
    scalars.checkTag(events.tag(), "seq", new Span(file, start, start));
    List<Tree> items = new ArrayList<>();
    int end = start;
    while (events.next() != Event.ID.SequenceEnd) {
      items.add(value(field, depth + 1));
      end = events.end();
    }
    return new Sequence(items, file, start, flow || end == start ? events.end() : end);
  }
}
