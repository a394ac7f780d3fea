package dev.fairlead.write;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes specs as the documentation does: a mapping or list in brackets if it is short, in lines of
 * its own if it is not. The items of a list are all written in the same way.
 */
public final class SpecText {
  /** Lines with brackets are at most this long, in chars. */
  static final int WIDTH = 100;

  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();

  private SpecText() {}

  /** The text of a file with these documents. */
  public static String of(List<SpecDocument> documents) {
    SpecText text = new SpecText();
    for (SpecDocument document : documents) {
      if (!text.out.isEmpty()) {
        text.out.append("---\n");
      }
      text.document(document);
    }
    return text.out.toString();
  }

  /** The text of one field of a spec. */
  public static String of(String key, Tree value) {
    SpecText text = new SpecText();
    text.field("", key, value, false);
    return text.out.toString();
  }

  /** A value in one line. */
  public static String inLine(Tree value) {
    return Brackets.text(value);
  }

  private void document(SpecDocument document) {
    for (Mapping.Entry field : document.head().entries()) {
      boolean parts = field.key().equals("defaults");
      field("", field.key(), field.value(), parts);
    }
    for (SpecDocument.EntryList list : document.lists()) {
      if (!list.entries().isEmpty()) {
        out.append(list.key()).append(":\n");
        entries(list.entries());
      }
    }
  }

  private void entries(List<Entry> entries) {
    List<Tree> items = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      items.add(entry.fields());
    }
    boolean brackets = hasSeveralFields(items) && Brackets.fit(items, STEP.length());
    for (Entry entry : entries) {
      for (String comment : entry.comments()) {
        out.append(STEP).append("# ").append(comment).append('\n');
      }
      item(STEP, entry.fields(), brackets);
    }
  }

  /** Whether any entry has more than a name, which needs no brackets. */
  private static boolean hasSeveralFields(List<Tree> items) {
    return items.stream().anyMatch(item -> item instanceof Mapping fields && fields.size() > 1);
  }

  /** A key and its value. {@code inLines} asks for a mapping in lines, however short it is. */
  private void field(String indent, String key, Tree value, boolean inLines) {
    out.append(indent).append(SpecScalar.of(key)).append(':');
    int used = indent.length() + SpecScalar.of(key).length() + 2;
    Optional<String> line =
        inLines || value instanceof Scalar ? Optional.empty() : Brackets.line(value, used);
    if (line.isPresent()) {
      out.append(' ').append(line.get()).append('\n');
      return;
    }
    value.match(
        new Tree.Cases<Void>() {
          @Override
          public Void mapping(Mapping mapping) {
            out.append('\n');
            lines(indent + STEP, mapping);
            return null;
          }

          @Override
          public Void sequence(Sequence sequence) {
            out.append('\n');
            items(indent + STEP, sequence.items());
            return null;
          }

          @Override
          public Void scalar(Scalar scalar) {
            out.append(' ').append(LiteralBlock.text(scalar, indent + STEP)).append('\n');
            return null;
          }
        });
  }

  private void lines(String indent, Mapping mapping) {
    for (Mapping.Entry field : mapping.entries()) {
      field(indent, field.key(), field.value(), false);
    }
  }

  private void items(String indent, List<Tree> items) {
    boolean brackets = Brackets.fit(items, indent.length());
    for (Tree item : items) {
      item(indent, item, brackets);
    }
  }

  private void item(String indent, Tree item, boolean brackets) {
    if (brackets || Brackets.isShort(item) && !(item instanceof Scalar)) {
      out.append(indent).append("- ").append(Brackets.text(item)).append('\n');
      return;
    }
    int start = out.length();
    item.match(
        new Tree.Cases<Void>() {
          @Override
          public Void mapping(Mapping mapping) {
            lines(indent + STEP, mapping);
            return null;
          }

          @Override
          public Void sequence(Sequence sequence) {
            items(indent + STEP, sequence.items());
            return null;
          }

          @Override
          public Void scalar(Scalar scalar) {
            out.append(indent).append(STEP).append(LiteralBlock.text(scalar, indent + STEP));
            out.append('\n');
            return null;
          }
        });
    out.setCharAt(start + indent.length(), '-');
  }
}
