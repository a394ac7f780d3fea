package dev.fairlead.adopt;

import dev.fairlead.model.Ignore;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** The codes in the annotation that fairlead writes for {@code ignore}. */
final class IgnoredCodes {
  private IgnoredCodes() {}

  /** The list of codes; null if there is no annotation. */
  static Tree of(Found found) {
    if (!(found.annotations().find(Ignore.ANNOTATION) instanceof Scalar codes)) {
      return null;
    }
    List<String> list = new ArrayList<>();
    for (String code : codes.text().split(",")) {
      list.add(code.strip());
    }
    return Sequence.ofStrings(list, codes.span());
  }
}
