package dev.fairlead.live;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds a dump holds in full. It has no list of what was asked for, so one object of a kind
 * counts. If all of them are in one namespace, it may be a dump of that namespace.
 */
final class DumpKnowledge {
  private final Map<LiveKind, Set<String>> namespaces = new EnumMap<>(LiveKind.class);
  private final Set<LiveKind> complete;

  /** {@code complete} are the kinds that the user says are there in full. */
  DumpKnowledge(Set<LiveKind> complete) {
    this.complete = Set.copyOf(complete);
  }

  /** Notes an object. */
  void add(LiveKind kind, String namespace) {
    namespaces.computeIfAbsent(kind, absent -> new HashSet<>()).add(namespace);
  }

  /** Whether all objects of the kind are there. */
  boolean of(LiveKind kind) {
    return complete.contains(kind) || namespaces.containsKey(kind);
  }

  /** Whether all objects of the kind in this namespace are there. */
  boolean of(LiveKind kind, String namespace) {
    Set<String> seen = namespaces.getOrDefault(kind, Set.of());
    return complete.contains(kind) || seen.size() > 1 || seen.contains(namespace);
  }
}
