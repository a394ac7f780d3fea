package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/** A list. */
public final class Sequence extends Tree {
  private final List<Tree> items;

  /** A list in a file. */
  public Sequence(List<? extends Tree> items, SourceFile file, int start, int end) {
    super(file, start, end);
    this.items = List.copyOf(items);
  }

  /** A generated list with the given position. */
  public static Sequence of(List<? extends Tree> items, Span span) {
    return new Sequence(items, span.file(), span.start(), span.end());
  }

  /** A generated list of strings with the given position. */
  public static Sequence ofStrings(List<String> items, Span span) {
    List<Tree> scalars = new ArrayList<>(items.size());
    for (String item : items) {
      scalars.add(Scalar.string(item, span));
    }
    return of(scalars, span);
  }

  /** The items in order. */
  public List<Tree> items() {
    return items;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.sequence(this);
  }

  @Override
  public boolean isSame(Tree other) {
    if (!(other instanceof Sequence list) || list.items.size() != items.size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).isSame(list.items.get(i))) {
        return false;
      }
    }
    return true;
  }
}
