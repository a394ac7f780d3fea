package dev.fairlead.manifest;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;

/** Finds parts of a text whose change would also change other places. */
public final class SharedParts {
  private SharedParts() {}

  /**
   * Whether any part of the tree has an anchor, an alias or a tag, or is written elsewhere. A tag
   * matters because the value begins only after it.
   */
  public static boolean hasAnchors(Tree tree) {
    if (tree instanceof Scalar) {
      return false;
    }
    if (isMarked(tree)) {
      return true;
    }
    Span span = tree.span();
    for (Tree part : parts(tree)) {
      // A missing value has an empty span, which may lie at the end of the mapping around it.
      boolean elsewhere = !part.isNull() && !span.contains(part.span());
      if (elsewhere || hasAnchors(part)) {
        return true;
      }
    }
    return false;
  }

  private static List<Tree> parts(Tree tree) {
    return tree instanceof Mapping mapping
        ? mapping.values()
        : tree instanceof Sequence list ? list.items() : List.of();
  }

  /** Whether the mapping or list itself has an anchor or a tag, or is an alias. */
  public static boolean isMarked(Tree tree) {
    String text = tree.file().text();
    return tree.start() < text.length() && "&*!".indexOf(text.charAt(tree.start())) >= 0;
  }
}
