package dev.fairlead.adopt;

import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The source of most volumes, with the fields that they share. A field must be in every volume with
 * this source, because a volume can't take back what the defaults give it.
 *
 * @param type the key of the source
 * @param fields the shared fields
 */
record SharedSource(String type, Mapping fields) {
  /** What these volumes share, if that is worth a line of the defaults. */
  static Optional<SharedSource> of(List<Mapping> volumes) {
    Votes votes = new Votes();
    for (Mapping volume : volumes) {
      source(volume).ifPresent(key -> votes.add(Scalar.string(key, volume.span())));
    }
    Optional<Tree> most = votes.most();
    if (most.isEmpty() || votes.count(most.get()) < 2) {
      return Optional.empty();
    }
    String type = ((Scalar) most.get()).text();
    List<Mapping> of = new ArrayList<>();
    volumes.stream().filter(volume -> volume.has(type)).forEach(of::add);
    Mapping first = of.get(0).mapping(type);
    MappingBuilder fields = new MappingBuilder();
    for (String key : first.keys()) {
      shared(of, type, key).ifPresent(value -> fields.put(key, value));
    }
    Mapping shared = fields.build(first.span());
    return shared.isEmpty() ? Optional.empty() : Optional.of(new SharedSource(type, shared));
  }

  private static Optional<String> source(Mapping volume) {
    for (String key : volume.keys()) {
      if (SourceType.of(key).isPresent() && volume.find(key) instanceof Mapping) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static Optional<Tree> shared(List<Mapping> volumes, String type, String key) {
    Votes votes = new Votes();
    for (Mapping volume : volumes) {
      Tree value = volume.mapping(type).find(key);
      if (value == null) {
        return Optional.empty();
      }
      for (Tree way : NamePattern.waysToSay(value, volume.stringOr("name", ""))) {
        votes.add(way);
      }
    }
    return votes
        .most()
        .filter(value -> votes.count(value) > 1 && 2 * votes.count(value) > volumes.size());
  }

  /** Adds the source to the defaults and takes it out of the volumes. */
  void moveTo(MappingBuilder defaults, List<Mapping> volumes) {
    defaults.put(type, fields);
    volumes.replaceAll(this::without);
  }

  private Mapping without(Mapping volume) {
    if (!(volume.find(type) instanceof Mapping source)) {
      return volume;
    }
    String name = volume.stringOr("name", "");
    MappingBuilder rest = new MappingBuilder();
    for (int i = 0; i < source.size(); i++) {
      Tree shared = fields.find(source.key(i));
      Tree value = source.value(i);
      boolean same =
          shared != null
              && NamePattern.waysToSay(value, name).stream().anyMatch(way -> way.isSame(shared));
      if (!same) {
        rest.put(source, i, value);
      }
    }
    Mapping left = rest.build(source.span());
    return left.isEmpty() ? Fields.without(volume, type) : volume.with(type, left);
  }
}
