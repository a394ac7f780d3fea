package dev.fairlead.source;

import dev.fairlead.document.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The anchors of a document, and how much the aliases to them add up to. */
final class Anchors {
  private static final long COPIES_ALLOWED = 100_000;
  private static final long COPIES_PER_NODE = 10;

  private final Map<String, JsonNode> nodes = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int count;
  private long written;
  private long copied;

  /** The same anchors for another thread, which has written and copied nothing. */
  Anchors forThread() {
    Anchors same = new Anchors();
    same.nodes.putAll(nodes);
    same.count = count;
    return same;
  }

  /** Counts a node that is written in the document. */
  void write() {
    written++;
  }

  /** Begins the node of an anchor. */
  void open(String name) {
    open.add(name);
  }

  /** Whether the node of an anchor has begun and not ended. */
  boolean isOpen(String name) {
    return open.contains(name);
  }

  /** Ends the node of an anchor. */
  void set(String name, JsonNode node) {
    open.remove(name);
    nodes.put(name, node);
    count++;
  }

  /** The node that an alias stands for. */
  Optional<JsonNode> get(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** How many anchors were set. */
  int count() {
    return count;
  }

  /** Counts what an alias copies; returns all copies if they are too many, and begins anew. */
  Optional<Long> copy(JsonNode target) {
    copied += ((Node) target).weight();
    if (copied <= COPIES_ALLOWED + COPIES_PER_NODE * written) {
      return Optional.empty();
    }
    long all = copied;
    copied = 0;
    return Optional.of(all);
  }

  /** Adds what another thread has counted, if it would have been the same here. */
  boolean takeOver(Anchors others) {
    boolean same =
        others.count == count
            && copied + others.copied <= COPIES_ALLOWED + COPIES_PER_NODE * written;
    if (same) {
      written += others.written;
      copied += others.copied;
    }
    return same;
  }
}
