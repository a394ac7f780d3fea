package dev.fairlead.plan;

import dev.fairlead.diagnostic.Quote;
import dev.fairlead.folder.Difference;
import dev.fairlead.folder.FrozenKind;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Map;
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

  private static final Map<String, String> SINGULAR =
      Map.of("labels", "label", "annotations", "annotation");

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
    boolean isSource = SourceType.of(name).isPresent();
    String label =
        keys.get(0).equals("metadata")
            ? SINGULAR.get(keys.get(1)) + " "
            : isSource ? "source " : "";
    name = isSource ? "" : name;
    if (before.isEmpty() && after.isEmpty()) {
      return (label + name).strip() + " differs";
    }
    String from = before.isEmpty() ? "" : " " + Quote.quote(before);
    return (label + name).strip() + from + " becomes " + Quote.quote(after);
  }
}
