package dev.fairlead.manifest;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;

/** Tells where a change of the text could show in other places than the one that is changed. */
public final class SharedParts {
  private SharedParts() {}

  /**
   * Whether parts of the tree stand elsewhere or may be referred to from elsewhere; or have a tag,
   * behind which the value begins.
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
      // A value that is left out has no width, and may stand where the mapping around it ends.
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

  /** Whether a mapping or list has an anchor or a tag, or is an alias. */
  public static boolean isMarked(Tree tree) {
    String text = tree.file().text();
    return tree.start() < text.length() && "&*!".indexOf(text.charAt(tree.start())) >= 0;
  }
}
