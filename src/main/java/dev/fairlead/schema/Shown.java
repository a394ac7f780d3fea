package dev.fairlead.schema;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.stream.Collectors;

/** Values in the form that messages show. */
final class Shown implements Tree.Cases<String> {
  /** A scalar as it is written, or a mapping or list in brackets. */
  static String text(Tree tree) {
    return tree.match(new Shown());
  }

  @Override
  public String mapping(Mapping mapping) {
    return mapping.entries().stream()
        .map(entry -> entry.key() + ": " + entry.value().match(this))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public String sequence(Sequence sequence) {
    return sequence.items().stream()
        .map(item -> item.match(this))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING, INTEGER, FRACTION -> scalar.written();
      case BOOLEAN, NULL -> scalar.text();
    };
  }
}
