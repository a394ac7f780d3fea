package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.StorageFields;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a user gave to kubectl apply, which notes it in an annotation. See <a
 * href="https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/">Declarative
 * management</a>.
 */
final class LastApplied {
  private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";

  private LastApplied() {}

  /** The manifest that was applied; an empty one if that is not known. */
  static Mapping of(Mapping manifest) {
    Mapping none = Mapping.empty(manifest.span());
    String json =
        StorageFields.strings(manifest.mapping("metadata"), "annotations", none)
            .stringOr(ANNOTATION, "");
    if (json.isBlank()) {
      return none;
    }
    List<Document> documents =
        SpecReader.asKubectl(new Diagnostics())
            .read(ANNOTATION, json.getBytes(StandardCharsets.UTF_8));
    return documents.size() == 1 && documents.get(0).root() instanceof Mapping applied
        ? applied
        : none;
  }

  /**
   * The item of an applied list for an item of the live one; null if there is none. Strings are
   * found by their text, mappings by their name, others by their index.
   */
  static Tree item(Tree applied, int index, Tree live) {
    if (!(applied instanceof Sequence list)) {
      return null;
    }
    for (Tree item : list.items()) {
      if (item instanceof Scalar && item.isSame(live)) {
        return item;
      }
      if (item instanceof Mapping fields
          && live instanceof Mapping other
          && fields.has("name")
          && fields.text("name").equals(other.text("name"))) {
        return item;
      }
    }
    boolean byIndex =
        live instanceof Mapping fields && !fields.has("name") && index < list.items().size();
    return byIndex ? list.items().get(index) : null;
  }
}
