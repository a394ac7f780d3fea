package dev.fairlead.spec;

import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.StorageFields;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The labels and annotations that the resources of a spec share. */
public final class SharedMetadata {
  private final Mapping labels;
  private final Mapping annotations;

  private SharedMetadata(Mapping labels, Mapping annotations) {
    this.labels = labels;
    this.annotations = annotations;
  }

  /** The labels and annotations of the spec that its resources get. */
  static SharedMetadata of(Mapping metadata) {
    return new SharedMetadata(
        ofResources(metadata, "labels"), ofResources(metadata, "annotations"));
  }

  private static Mapping ofResources(Mapping metadata, String key) {
    Mapping none = Mapping.empty(metadata.span());
    MappingBuilder kept = new MappingBuilder();
    for (Mapping.Entry entry : StorageFields.strings(metadata, key, none).entries()) {
      if (!staysWithSpec(entry.key())) {
        kept.put(entry.key(), entry.value());
      }
    }
    return kept.build(metadata.span());
  }

  /**
   * Whether only the spec itself has the label or annotation: kustomize marks function configs with
   * annotations that would remove a resource from the build.
   */
  private static boolean staysWithSpec(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : "." + key.substring(0, slash);
    return domain.endsWith(".kubernetes.io")
        || domain.endsWith(".k8s.io")
        || domain.endsWith(".fairlead.dev");
  }

  /** The same with the labels and annotations of these fields added, which win. */
  SharedMetadata with(Mapping fields) {
    return new SharedMetadata(
        StorageFields.strings(fields, "labels", labels),
        StorageFields.strings(fields, "annotations", annotations));
  }

  /** The metadata of one resource; its own labels and annotations win over the shared ones. */
  public Metadata of(
      Located<String> name, Optional<Located<String>> namespace, Mapping own, List<Ignore> ignore) {
    SharedMetadata all = with(own);
    return new Metadata(name, namespace, all.labels, withIgnore(all.annotations, ignore));
  }

  private static Mapping withIgnore(Mapping annotations, List<Ignore> ignore) {
    if (ignore.isEmpty()) {
      return annotations;
    }
    String codes = ignore.stream().map(Ignore::code).distinct().collect(Collectors.joining(","));
    return annotations.with(Ignore.ANNOTATION, Scalar.string(codes, ignore.get(0).span()));
  }
}
