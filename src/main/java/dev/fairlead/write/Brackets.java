package dev.fairlead.write;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Values in one line, with brackets around mappings and lists. */
final class Brackets {
  /** How many brackets people read easily inside each other. */
  private static final int DEEPEST = 3;

  private Brackets() {}

  /** The value in one line, if it is short enough to stand there after some chars. */
  static Optional<String> line(Tree value, int used) {
    if (!isShort(value) && depth(value) > DEEPEST) {
      return Optional.empty();
    }
    String text = text(value);
    return isShort(value) || used + text.length() <= SpecText.WIDTH
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Whether each item of a list fits into its line, after an indent and a dash. */
  static boolean fit(List<Tree> items, int indent) {
    for (Tree item : items) {
      if (line(item, indent + 2).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value has no parts, and is never more than a line. */
  static boolean isShort(Tree value) {
    return value.match(
        new Tree.Cases<>() {
          @Override
          public Boolean mapping(Mapping mapping) {
            return mapping.isEmpty();
          }

          @Override
          public Boolean sequence(Sequence sequence) {
            return sequence.items().isEmpty();
          }

          @Override
          public Boolean scalar(Scalar scalar) {
            return !LiteralBlock.suits(scalar);
          }
        });
  }

  /** The brackets inside each other; too many if a part needs lines of its own. */
  private static int depth(Tree value) {
    return value.match(
        new Tree.Cases<>() {
          @Override
          public Integer mapping(Mapping mapping) {
            return 1 + deepest(mapping.values());
          }

          @Override
          public Integer sequence(Sequence sequence) {
            for (Tree item : sequence.items()) {
              if (!(item instanceof Scalar)) {
                return DEEPEST + 1;
              }
            }
            return 1 + deepest(sequence.items());
          }

          @Override
          public Integer scalar(Scalar scalar) {
            return LiteralBlock.suits(scalar) ? DEEPEST + 1 : 0;
          }
        });
  }

  private static int deepest(List<Tree> values) {
    int deepest = 0;
    for (Tree value : values) {
      deepest = Math.max(deepest, depth(value));
    }
    return deepest;
  }

  /** The value in one line. */
  static String text(Tree value) {
    return value.match(
        new Tree.Cases<>() {
          @Override
          public String mapping(Mapping mapping) {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            for (int i = 0; i < mapping.size(); i++) {
              text.add(SpecScalar.of(mapping.key(i)) + ": " + Brackets.text(mapping.value(i)));
            }
            return text.toString();
          }

          @Override
          public String sequence(Sequence sequence) {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            for (Tree item : sequence.items()) {
              text.add(Brackets.text(item));
            }
            return text.toString();
          }

          @Override
          public String scalar(Scalar scalar) {
            return LiteralBlock.inLine(scalar);
          }
        });
  }
}
