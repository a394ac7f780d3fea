package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Labels or annotations that most volumes share. Defaults merge key by key, so each volume must
 * have the key, with whatever value.
 */
final class SharedEntries {
  private SharedEntries() {}

  /** The entries of a map of the volumes that are worth a place in the defaults. */
  static Mapping of(List<Mapping> volumes, String map) {
    Mapping first = volumes.get(0).mapping(map);
    MappingBuilder shared = new MappingBuilder();
    for (String key : first.keys()) {
      value(volumes, map, key).ifPresent(value -> shared.put(key, value));
    }
    return shared.build(first.span());
  }

  private static Optional<Tree> value(List<Mapping> volumes, String map, String key) {
    Votes votes = new Votes();
    for (Mapping volume : volumes) {
      Tree value = volume.mapping(map).find(key);
      if (value == null) {
        return Optional.empty();
      }
      votes.add(value);
    }
    return votes
        .most()
        .filter(value -> votes.count(value) > 1 && 2 * votes.count(value) > volumes.size());
  }

  /** A volume without the entries that it has from the defaults. */
  static Mapping without(Mapping volume, String map, Mapping shared) {
    MappingBuilder rest = new MappingBuilder();
    Mapping own = volume.mapping(map);
    for (int i = 0; i < own.size(); i++) {
      Tree value = shared.find(own.key(i));
      if (value == null || !value.isSame(own.value(i))) {
        rest.put(own, i, own.value(i));
      }
    }
    Mapping left = rest.build(own.span());
    return left.isEmpty() ? Fields.without(volume, map) : volume.with(map, left);
  }
}
