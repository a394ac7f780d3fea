package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lists of a pod whose order means nothing, because each item has a key. See <a
 * href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">Merge
 * strategy</a>.
 */
final class KeyedLists {
  private static final Map<String, String> KEYS =
      Map.of("volumes", "name", "volumeMounts", "mountPath", "volumeDevices", "devicePath");

  private KeyedLists() {}

  /** The object with these lists sorted. */
  static Mapping sorted(Mapping mapping) {
    MappingBuilder sorted = new MappingBuilder();
    for (int i = 0; i < mapping.size(); i++) {
      Tree value = mapping.value(i);
      if (value instanceof Mapping fields) {
        value = sorted(fields);
      } else if (value instanceof Sequence list) {
        value = sorted(list, KEYS.getOrDefault(mapping.key(i), ""));
      }
      sorted.put(mapping, i, value);
    }
    return sorted.build(mapping.span());
  }

  private static Sequence sorted(Sequence list, String key) {
    List<Tree> items = new ArrayList<>();
    for (Tree item : list.items()) {
      items.add(item instanceof Mapping fields ? sorted(fields) : item);
    }
    if (!key.isEmpty()) {
      items.sort((a, b) -> text(a, key).compareTo(text(b, key)));
    }
    return Sequence.of(items, list.span());
  }

  private static String text(Tree item, String key) {
    return item instanceof Mapping fields ? fields.text(key).orElse("") : "";
  }
}
