package dev.fairlead.graph;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which text of the input is about which resource. The input may have been read twice, so files are
 * the same if their names are.
 */
public final class Extents {
  private static final List<String> LISTS = List.of("volumes", "claims", "workloads");

  private final Map<String, TreeMap<Integer, Span>> byFile = new HashMap<>();

  private Extents() {}

  /** The entries of specs. */
  public static Extents ofSpecs(List<Document> documents) {
    Extents extents = new Extents();
    for (Document document : documents) {
      if (document.root() instanceof Mapping root) {
        LISTS.forEach(list -> root.mappings(list).forEach(entry -> extents.add(entry.span())));
      }
    }
    return extents;
  }

  /** The objects of a dump. */
  public static Extents of(Dump dump) {
    Extents extents = new Extents();
    extents.addAll(dump.volumes());
    extents.addAll(dump.claims());
    extents.addAll(dump.workloads());
    return extents;
  }

  private void addAll(List<? extends Live> objects) {
    objects.forEach(live -> add(live.manifest().span()));
  }

  private void add(Span span) {
    byFile.computeIfAbsent(span.file().name(), name -> new TreeMap<>()).put(span.start(), span);
  }

  /** The text of the resource that a place belongs to, as one of the spans of this object. */
  Optional<Span> at(Span place) {
    Map.Entry<Integer, Span> before =
        byFile.getOrDefault(place.file().name(), new TreeMap<>()).floorEntry(place.start());
    return before == null || before.getValue().end() <= place.start()
        ? Optional.empty()
        : Optional.of(before.getValue());
  }
}
