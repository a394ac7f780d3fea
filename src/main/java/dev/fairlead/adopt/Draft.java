package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.write.Entry;
import dev.fairlead.write.SpecDocument;
import dev.fairlead.write.SpecDocument.EntryList;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A document of the spec that is being written. */
final class Draft {
  /**
   * An entry.
   *
   * @param origins the objects of the input that it renders
   * @param subject the object that it is about
   */
  record Item(Entry entry, List<Found> origins, Found subject) {
    Item withFields(Mapping fields) {
      return new Item(new Entry(fields, entry.comments()), origins, subject);
    }

    String name() {
      return entry.fields().stringOr("name", "");
    }
  }

  private final String name;
  private final boolean hasNamespace;
  private final List<Item> volumes = new ArrayList<>();
  private final List<Item> claims = new ArrayList<>();
  private final List<Item> workloads = new ArrayList<>();

  /** A document for a namespace, or one without, which has volumes alone. */
  Draft(String name, boolean hasNamespace) {
    this.name = name;
    this.hasNamespace = hasNamespace;
  }

  String name() {
    return name;
  }

  void addVolume(Item item) {
    volumes.add(item);
  }

  void addClaim(Item item) {
    claims.add(item);
  }

  void addWorkload(Item item) {
    workloads.add(item);
  }

  boolean isEmpty() {
    return volumes.isEmpty() && claims.isEmpty() && workloads.isEmpty();
  }

  /**
   * The StatefulSets whose claims have labels or annotations that the document doesn't give them.
   * Such claims have to be written one by one.
   */
  List<Found> setsWithOwnLabels() {
    if (workloads.isEmpty()) {
      return List.of();
    }
    CommonMetadata common = CommonMetadata.of(List.of(volumes, claims, workloads));
    List<Found> sets = new ArrayList<>();
    for (Item item : workloads) {
      for (Found origin : item.origins()) {
        if (origin != item.subject() && !common.isAllOf(origin)) {
          sets.add(item.subject());
        }
      }
    }
    return sets;
  }

  /** The items of a list as they stand in the written document, sorted by name. */
  List<Item> items(String list) {
    List<Item> items =
        switch (list) {
          case "volumes" -> volumes;
          case "claims" -> claims;
          case "workloads" -> workloads;
          default -> List.of();
        };
    TreeMap<String, List<Item>> sorted = new TreeMap<>();
    for (Item item : items) {
      sorted.computeIfAbsent(item.name(), key -> new ArrayList<>()).add(item);
    }
    List<Item> all = new ArrayList<>();
    sorted.values().forEach(all::addAll);
    return all;
  }

  /** The document. With {@code shorten}, what its entries share stands once. */
  SpecDocument document(boolean shorten) {
    List<Item> ofVolumes = items("volumes");
    List<Item> ofClaims = items("claims");
    List<Item> ofWorkloads = items("workloads");
    Mapping place = place();
    MappingBuilder head =
        new MappingBuilder()
            .put("apiVersion", "fairlead.dev/v1", place.span())
            .put("kind", "Storage", place.span());
    MappingBuilder metadata = new MappingBuilder().put("name", name, place.span());
    if (hasNamespace) {
      metadata.put("namespace", name, place.span());
    }
    if (!shorten) {
      head.put("metadata", metadata.build(place.span()));
      return new SpecDocument(head.build(place.span()), lists(ofVolumes, ofClaims, ofWorkloads));
    }
    CommonMetadata common = CommonMetadata.of(List.of(ofVolumes, ofClaims, ofWorkloads));
    common.addTo(metadata);
    head.put("metadata", metadata.build(place.span()));
    SharedFields shared = SharedFields.of(common.without(ofVolumes));
    shared.defaults().ifPresent(defaults -> head.put("defaults", defaults));
    return new SpecDocument(
        head.build(place.span()),
        lists(
            Ranges.joined(shared.volumes()),
            common.without(ofClaims),
            common.without(ofWorkloads)));
  }

  private Mapping place() {
    for (List<Item> list : List.of(volumes, claims, workloads)) {
      if (!list.isEmpty()) {
        return list.get(0).entry().fields();
      }
    }
    throw new IllegalStateException("a document without entries");
  }

  private static List<EntryList> lists(
      List<Item> volumes, List<Item> claims, List<Item> workloads) {
    return List.of(
        new EntryList("volumes", entries(volumes)),
        new EntryList("claims", entries(claims)),
        new EntryList("workloads", entries(workloads)));
  }

  private static List<Entry> entries(List<Item> items) {
    List<Entry> entries = new ArrayList<>(items.size());
    for (Item item : items) {
      entries.add(item.entry());
    }
    return entries;
  }
}
