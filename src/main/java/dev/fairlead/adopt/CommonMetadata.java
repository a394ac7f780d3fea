package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labels and annotations that every object of a document has, most of them with the same value:
 * they stand once, under {@code metadata}. Those of Kubernetes stay where they are, because a spec
 * does not hand them on.
 */
final class CommonMetadata {
  private static final List<String> FIELDS = List.of("labels", "annotations");

  private final Map<String, Mapping> common = new HashMap<>();

  private CommonMetadata() {}

  /** What the objects of all these entries have in common. */
  static CommonMetadata of(List<List<Draft.Item>> lists) {
    CommonMetadata metadata = new CommonMetadata();
    List<Found> objects = new ArrayList<>();
    for (List<Draft.Item> list : lists) {
      list.forEach(item -> objects.addAll(item.origins()));
    }
    if (objects.size() > 1) {
      for (String field : FIELDS) {
        metadata.common.put(field, common(objects, field));
      }
    }
    return metadata;
  }

  private static Mapping common(List<Found> objects, String field) {
    List<Mapping> maps = new ArrayList<>(objects.size());
    for (Found object : objects) {
      maps.add(map(object, field));
    }
    Mapping first = maps.get(0);
    MappingBuilder common = new MappingBuilder();
    for (String key : first.keys()) {
      if (isHandedOn(key)) {
        value(maps, key).ifPresent(value -> common.put(key, value));
      }
    }
    return common.build(first.span());
  }

  /** The value that most maps have, if all have the key. The others keep their own. */
  private static Optional<Tree> value(List<Mapping> maps, String key) {
    Votes votes = new Votes();
    for (Mapping map : maps) {
      Tree value = map.find(key);
      if (value == null) {
        return Optional.empty();
      }
      votes.add(value);
    }
    return votes.most().filter(value -> 2 * votes.count(value) > maps.size());
  }

  private static Mapping map(Found found, String field) {
    return field.equals("labels") ? found.labels() : found.annotations();
  }

  /** Whether all objects of a spec get a label or annotation of its metadata. */
  private static boolean isHandedOn(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : "." + key.substring(0, slash);
    return domain.equals(".app.kubernetes.io")
        || !(domain.endsWith(".kubernetes.io")
            || domain.endsWith(".k8s.io")
            || domain.endsWith(".fairlead.dev"));
  }

  /** Whether an object has these labels and annotations and no others. */
  boolean isAllOf(Found found) {
    for (String field : FIELDS) {
      Mapping map = common.getOrDefault(field, Mapping.empty(found.place()));
      if (!map.isSame(map(found, field))) {
        return false;
      }
    }
    return true;
  }

  /** Adds them to the metadata of the document. */
  void addTo(MappingBuilder metadata) {
    for (String field : FIELDS) {
      Mapping map = common.get(field);
      if (map != null && !map.isEmpty()) {
        metadata.put(field, map);
      }
    }
  }

  /** The entries without them. */
  List<Draft.Item> without(List<Draft.Item> items) {
    List<Draft.Item> without = new ArrayList<>(items.size());
    for (Draft.Item item : items) {
      Mapping fields = without(item.entry().fields());
      if (fields.find("reserve") instanceof Mapping reserve) {
        Mapping rest = without(reserve);
        Tree value = rest.isEmpty() ? Scalar.bool(true, reserve.span()) : rest;
        fields = fields.with("reserve", value);
      }
      without.add(item.withFields(fields));
    }
    return without;
  }

  private Mapping without(Mapping owner) {
    Mapping rest = owner;
    for (String field : FIELDS) {
      Mapping map = common.get(field);
      if (map != null && !map.isEmpty() && owner.has(field)) {
        rest = SharedEntries.without(rest, field, map);
      }
    }
    return rest;
  }
}
