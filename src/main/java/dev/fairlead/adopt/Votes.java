package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts equal values, and finds the one that most have. */
final class Votes {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Tree> values = new LinkedHashMap<>();

  void add(Tree value) {
    String text = text(value);
    counts.merge(text, 1, Integer::sum);
    values.putIfAbsent(text, value);
  }

  /** The value that most have; of several, the first. */
  Optional<Tree> most() {
    String most = null;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (most == null || count.getValue() > counts.get(most)) {
        most = count.getKey();
      }
    }
    return Optional.ofNullable(most).map(values::get);
  }

  int count(Tree value) {
    return counts.getOrDefault(text(value), 0);
  }

  /** A text that is the same for equal values alone. */
  private static String text(Tree value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(Tree tree, StringBuilder out) {
    tree.match(
        new Tree.Cases<Void>() {
          @Override
          public Void mapping(Mapping mapping) {
            out.append('{');
            for (int i = 0; i < mapping.size(); i++) {
              out.append(mapping.key(i).length()).append(':').append(mapping.key(i));
              append(mapping.value(i), out);
            }
            out.append('}');
            return null;
          }

          @Override
          public Void sequence(Sequence sequence) {
            out.append('[');
            sequence.items().forEach(item -> append(item, out));
            out.append(']');
            return null;
          }

          @Override
          public Void scalar(Scalar scalar) {
            String text = scalar.text();
            out.append(scalar.kind()).append(text.length()).append(':').append(text);
            return null;
          }
        });
  }
}
