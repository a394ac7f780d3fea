package dev.fairlead.model;

import dev.fairlead.diagnostic.Span;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which folders hold variants of the same object, for different clusters. */
public final class Variants {
  private final UnaryOperator<String> cluster;
  private final Map<String, Set<String>> objects = new HashMap<>();

  /** For input without variants. */
  public Variants() {
    this(null);
  }

  /** {@code cluster} says by the name of a file which folder it belongs to. */
  public Variants(UnaryOperator<String> cluster) {
    this.cluster = cluster;
  }

  /** Remembers that an object is at both places. */
  public void add(String object, Span first, Span second) {
    add(object, folder(first));
    add(object, folder(second));
  }

  /** Whether two places are for different clusters, and have nothing to do with each other. */
  public boolean areApart(Span first, Span second) {
    if (objects.isEmpty()) {
      return false;
    }
    String one = folder(first);
    String other = folder(second);
    return !one.equals(other)
        && !Collections.disjoint(
            objects.getOrDefault(one, Set.of()), objects.getOrDefault(other, Set.of()));
  }

  private void add(String object, String folder) {
    objects.putIfAbsent(folder, new HashSet<>());
    objects.get(folder).add(object);
  }

  private String folder(Span span) {
    return cluster.apply(span.file().name());
  }
}
