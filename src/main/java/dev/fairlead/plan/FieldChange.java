package dev.fairlead.plan;

import dev.fairlead.diagnostic.Quote;
import dev.fairlead.folder.Difference;
import dev.fairlead.folder.FrozenKind;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A field of a live object that is not what the spec says.
 *
 * @param keys where it stands, such as {@code spec}, {@code storageClassName}
 * @param before what the cluster has, in short; empty if the field is absent there
 * @param after what the spec says, in short
 * @param value the new value, for a patch
 * @param isFrozen whether the API server rejects the change
 */
record FieldChange(List<String> keys, String before, String after, Object value, boolean isFrozen) {

  /** A change of a field, with the judgement of the API server. */
  static FieldChange of(
      FrozenKind kind,
      Mapping manifest,
      List<String> keys,
      Optional<Tree> before,
      String shownBefore,
      String after,
      Object value) {
    Tree now = Scalar.string(after, manifest.span());
    Difference difference =
        new Difference(String.join(".", keys), before, Optional.of(now), manifest.span());
    boolean frozen = keys.get(0).equals("spec") && kind.freezes(difference, manifest);
    return new FieldChange(keys, shownBefore, after, value, frozen);
  }

  /** The path of the field, such as {@code spec.storageClassName}. */
  String path() {
    return Quote.visible(Quote.shorten(String.join(".", keys)));
  }

  /** The change in words, such as {@code storageClassName "fast" becomes "slow"}. */
  String words() {
    String name = Quote.visible(Quote.shorten(keys.get(keys.size() - 1)));
    String label = keys.size() > 2 && keys.get(0).equals("metadata") ? keys.get(1) + " " : "";
    if (before.isEmpty() && after.isEmpty()) {
      return label + name + " differs";
    }
    return before.isEmpty()
        ? label + name + " becomes " + Quote.quote(after)
        : label + name + " " + Quote.quote(before) + " becomes " + Quote.quote(after);
  }
}
