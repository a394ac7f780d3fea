package dev.fairlead.krm;

import dev.fairlead.diagnostic.Span;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Objects of one text, none within another: finds the one at a place without a look at all. */
final class ObjectsByPlace {
  private final NavigableMap<Integer, ClientObject> byStart = new TreeMap<>();

  void add(ClientObject object) {
    byStart.put(Math.min(object.keySpan().start(), object.span().start()), object);
  }

  /** The object whose key or value the span starts in. */
  Optional<ClientObject> at(Span span) {
    Map.Entry<Integer, ClientObject> before = byStart.floorEntry(span.start());
    return before != null && FieldPaths.isAt(before.getValue(), span)
        ? Optional.of(before.getValue())
        : Optional.empty();
  }
}
