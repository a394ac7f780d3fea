package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares an object of the input with what a spec renders to. */
final class Differences {
  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** All fields in which two objects differ. */
  static List<Difference> of(Mapping there, Mapping rendered) {
    Differences differences = new Differences();
    differences.mappings("", there, rendered);
    return differences.found;
  }

  private void mappings(String path, Mapping there, Mapping rendered) {
    for (Mapping.Entry entry : there.entries()) {
      String field = path.isEmpty() ? entry.key() : path + "." + entry.key();
      Tree now = rendered.find(entry.key());
      if (now == null) {
        add(field, Optional.of(entry.value()), Optional.empty(), entry.keySpan());
      } else {
        values(field, entry.value(), now, entry.keySpan());
      }
    }
    for (Mapping.Entry entry : rendered.entries()) {
      if (!there.has(entry.key())) {
        String field = path.isEmpty() ? entry.key() : path + "." + entry.key();
        add(field, Optional.empty(), Optional.of(entry.value()), start(there.span()));
      }
    }
  }

  private void values(String path, Tree there, Tree rendered, Span place) {
    if (there instanceof Mapping before && rendered instanceof Mapping now) {
      mappings(path, before, now);
    } else if (there instanceof Sequence before
        && rendered instanceof Sequence now
        && before.items().size() == now.items().size()) {
      for (int i = 0; i < before.items().size(); i++) {
        Tree item = before.items().get(i);
        values(path + "[" + i + "]", item, now.items().get(i), start(item.span()));
      }
    } else if (!isSame(path, there, rendered)) {
      add(path, Optional.of(there), Optional.of(rendered), place);
    }
  }

  /** Whether two values mean the same: a size is a number or a string. */
  private static boolean isSame(String path, Tree there, Tree rendered) {
    return there.isSame(rendered)
        || path.endsWith(".storage")
            && there instanceof Scalar before
            && rendered instanceof Scalar now
            && before.isNumber()
            && now.isString()
            && before.text().equals(now.text());
  }

  private void add(String path, Optional<Tree> there, Optional<Tree> rendered, Span place) {
    found.add(new Difference(path, there.map(ShownValue::of), rendered.map(ShownValue::of), place));
  }

  /** The first character, because an object may have many lines. */
  private static Span start(Span span) {
    return new Span(span.file(), span.start(), Math.min(span.start() + 1, span.end()));
  }
}
