package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;

/** Finds the parts of a spec that have an error and therefore can't be completed. */
final class BrokenParts {
  private BrokenParts() {}

  /** Whether the part, or anything that it gets from aliases and merge keys, has an error. */
  static boolean isBroken(Mapping part, Diagnostics diagnostics) {
    if (!diagnostics.hasErrors()) {
      return false;
    }
    Span extent = part.span();
    return diagnostics.hasErrorWithin(extent) || isBrokenElsewhere(part, extent, diagnostics);
  }

  private static boolean isBrokenElsewhere(Tree tree, Span extent, Diagnostics diagnostics) {
    Span span = tree.span();
    // A value that is left out has no width, and may stand where the part ends.
    boolean here = diagnostics.hasErrorAt(span) || diagnostics.hasErrorWithin(span);
    if (here && !extent.contains(span)) {
      return true;
    }
    if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        if (isBrokenElsewhere(item, extent, diagnostics)) {
          return true;
        }
      }
    }
    if (tree instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        boolean key = !extent.contains(entry.keySpan()) && diagnostics.hasErrorAt(entry.keySpan());
        if (key || isBrokenElsewhere(entry.value(), extent, diagnostics)) {
          return true;
        }
      }
    }
    return false;
  }
}
