package dev.fairlead.adopt;

import dev.fairlead.render.KeyOrder;
import dev.fairlead.render.YamlScalar;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;

/**
 * An object as {@code render} would print it. If that is what it prints, there is nothing to
 * compare, and most objects need no more than this.
 */
final class RenderedText {
  private final StringBuilder out = new StringBuilder();

  private RenderedText() {}

  static String of(Mapping object) {
    RenderedText text = new RenderedText();
    text.mapping("", object);
    return text.out.toString();
  }

  private void mapping(String indent, Mapping mapping) {
    for (Mapping.Entry entry : KeyOrder.sorted(mapping)) {
      out.append(indent).append(YamlScalar.of(entry.key())).append(':');
      value(indent, entry.value());
    }
  }

  private void value(String indent, Tree value) {
    value.match(
        new Tree.Cases<Void>() {
          @Override
          public Void mapping(Mapping mapping) {
            out.append(mapping.isEmpty() ? " {}\n" : "\n");
            RenderedText.this.mapping(indent + "  ", mapping);
            return null;
          }

          @Override
          public Void sequence(Sequence sequence) {
            out.append(sequence.items().isEmpty() ? " []\n" : "\n");
            items(indent, sequence.items());
            return null;
          }

          @Override
          public Void scalar(Scalar scalar) {
            out.append(' ').append(text(scalar)).append('\n');
            return null;
          }
        });
  }

  private void items(String indent, List<Tree> items) {
    for (Tree item : items) {
      if (item instanceof Mapping mapping && !mapping.isEmpty()) {
        int dash = out.length() + indent.length();
        mapping(indent + "  ", mapping);
        out.setCharAt(dash, '-');
      } else {
        out.append(indent).append('-');
        value(indent, item);
      }
    }
  }

  private static String text(Scalar scalar) {
    return scalar.isString() ? YamlScalar.of(scalar.text()) : scalar.text();
  }
}
