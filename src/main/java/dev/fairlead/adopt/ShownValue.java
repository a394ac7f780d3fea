package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;

/** A value as a message shows it: not all of it if it is large. */
final class ShownValue {
  private static final int LONGEST = 60;

  private ShownValue() {}

  static String of(Tree value) {
    String text =
        value.match(
            new Tree.Cases<String>() {
              @Override
              public String mapping(Mapping mapping) {
                return mapping.isEmpty() ? "{}" : "{" + String.join(", ", mapping.keys()) + "}";
              }

              @Override
              public String sequence(Sequence sequence) {
                int size = sequence.items().size();
                return size == 1
                    ? "[" + ShownValue.of(sequence.items().get(0)) + "]"
                    : "a list of " + size;
              }

              @Override
              public String scalar(Scalar scalar) {
                return scalar.text();
              }
            });
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
