package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;

/**
 * The API server fills in dataSourceRef from dataSource and the other way round. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references">Data
 * source references</a>.
 */
final class DataSources {
  private DataSources() {}

  /** A claim with the one of the two that the user wrote; dataSource if that is not known. */
  static Mapping once(Mapping manifest, Mapping own) {
    Mapping spec = own.mapping("spec");
    Tree source = spec.find("dataSource");
    Tree reference = spec.find("dataSourceRef");
    boolean filledIn =
        source != null
            && reference != null
            && source.isSame(reference)
            && OwnParts.isSaved(manifest);
    if (!filledIn) {
      return own;
    }
    Mapping applied = LastApplied.of(manifest).mapping("spec");
    if (applied.has("dataSource") && applied.has("dataSourceRef")) {
      return own;
    }
    String other = applied.has("dataSourceRef") ? "dataSource" : "dataSourceRef";
    return own.with("spec", Fields.without(spec, other));
  }
}
