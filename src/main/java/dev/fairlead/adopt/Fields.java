package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Fields of a mapping, taken out or in another order. */
final class Fields {
  private Fields() {}

  /** The mapping without some fields; the same object if it has none of them. */
  static Mapping without(Mapping mapping, String... fields) {
    Set<String> gone = Set.of(fields);
    MappingBuilder rest = new MappingBuilder();
    int count = 0;
    for (int i = 0; i < mapping.size(); i++) {
      if (!gone.contains(mapping.key(i))) {
        rest.put(mapping, i, mapping.value(i));
        count++;
      }
    }
    return count == mapping.size() ? mapping : rest.build(mapping.span());
  }

  /** The mapping with its fields in the order of the alphabet. */
  static Mapping sorted(Mapping mapping) {
    List<String> order = new ArrayList<>(mapping.keys());
    Collections.sort(order);
    return ordered(mapping, order);
  }

  /** The mapping with its fields in an order, those that are not in it last. */
  static Mapping ordered(Mapping mapping, List<String> order) {
    MappingBuilder sorted = new MappingBuilder();
    for (String key : order) {
      Tree value = mapping.find(key);
      if (value != null) {
        sorted.put(key, value);
      }
    }
    for (int i = 0; i < mapping.size(); i++) {
      if (!order.contains(mapping.key(i))) {
        sorted.put(mapping, i, mapping.value(i));
      }
    }
    return sorted.build(mapping.span());
  }
}
