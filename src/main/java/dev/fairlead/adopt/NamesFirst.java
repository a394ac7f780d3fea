package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** Moves names to the beginning, where people write them; kubectl sorts keys. */
final class NamesFirst implements Tree.Cases<Tree> {
  private static final List<String> FIRST = List.of("name");

  private NamesFirst() {}

  static Mapping of(Mapping mapping) {
    return new NamesFirst().mapping(mapping);
  }

  @Override
  public Mapping mapping(Mapping mapping) {
    MappingBuilder changed = new MappingBuilder();
    for (int i = 0; i < mapping.size(); i++) {
      String key = mapping.key(i);
      boolean map = key.equals("labels") || key.equals("annotations") || key.equals("matchLabels");
      changed.put(mapping, i, map ? mapping.value(i) : mapping.value(i).match(this));
    }
    Mapping all = changed.build(mapping.span());
    return isNamed(all) ? Fields.ordered(all, FIRST) : all;
  }

  /** Whether the name is that of the mapping itself; a mount names its volume first. */
  private static boolean isNamed(Mapping all) {
    return all.size() > 1
        && all.has("name")
        && !all.has("each")
        && !all.has("volume")
        && !all.has("claim");
  }

  @Override
  public Tree sequence(Sequence sequence) {
    List<Tree> items = new ArrayList<>();
    sequence.items().forEach(item -> items.add(item.match(this)));
    return Sequence.of(items, sequence.span());
  }

  @Override
  public Tree scalar(Scalar scalar) {
    return scalar;
  }
}
