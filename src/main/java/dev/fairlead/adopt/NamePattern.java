package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A value of a source in the defaults, where {@code {name}} stands for the name of the volume. */
final class NamePattern {
  private static final String NAME = "{name}";

  private NamePattern() {}

  /**
   * The ways to say a value of the volume with this name: as it is, with its last mention of the
   * name replaced, and with all. For short names, the last one is probably the one that is meant.
   */
  static List<Tree> waysToSay(Tree value, String name) {
    List<Tree> ways = new ArrayList<>();
    ways.add(changed(value, NamePattern::escaped));
    if (!name.isEmpty() && mentions(value, name)) {
      add(changed(value, text -> last(text, name)), ways);
      add(changed(value, text -> all(text, name)), ways);
    }
    return ways;
  }

  private static boolean mentions(Tree value, String name) {
    return value.match(
        new Tree.Cases<>() {
          @Override
          public Boolean mapping(Mapping mapping) {
            return mapping.values().stream().anyMatch(below -> mentions(below, name));
          }

          @Override
          public Boolean sequence(Sequence sequence) {
            return sequence.items().stream().anyMatch(below -> mentions(below, name));
          }

          @Override
          public Boolean scalar(Scalar scalar) {
            return scalar.isString() && scalar.text().contains(name);
          }
        });
  }

  private static void add(Tree way, List<Tree> ways) {
    if (ways.stream().noneMatch(way::isSame)) {
      ways.add(way);
    }
  }

  private static String last(String text, String name) {
    int at = text.lastIndexOf(name);
    return at < 0
        ? escaped(text)
        : escaped(text.substring(0, at)) + NAME + escaped(text.substring(at + name.length()));
  }

  private static String all(String text, String name) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, from)) {
      out.append(escaped(text.substring(from, at))).append(NAME);
      from = at + name.length();
    }
    return out.append(escaped(text.substring(from))).toString();
  }

  private static String escaped(String text) {
    return text.replace("{", "{{");
  }

  private static Tree changed(Tree value, UnaryOperator<String> change) {
    return value.match(
        new Tree.Cases<>() {
          @Override
          public Tree mapping(Mapping mapping) {
            MappingBuilder changed = new MappingBuilder();
            for (int i = 0; i < mapping.size(); i++) {
              changed.put(mapping, i, NamePattern.changed(mapping.value(i), change));
            }
            return changed.build(mapping.span());
          }

          @Override
          public Tree sequence(Sequence sequence) {
            List<Tree> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(NamePattern.changed(item, change)));
            return Sequence.of(items, sequence.span());
          }

          @Override
          public Tree scalar(Scalar scalar) {
            return scalar.isString()
                ? Scalar.string(change.apply(scalar.text()), scalar.span())
                : scalar;
          }
        });
  }
}
