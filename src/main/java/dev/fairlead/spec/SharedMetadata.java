package dev.fairlead.spec;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.StorageFields;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import java.util.ArrayList;
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

  /**
   * The labels and annotations of the spec that its resources get. Warns about those that they
   * don't get.
   */
  static SharedMetadata of(Mapping metadata, Diagnostics diagnostics) {
    return new SharedMetadata(
        ofResources(metadata, "labels", diagnostics),
        ofResources(metadata, "annotations", diagnostics));
  }

  private static Mapping ofResources(Mapping metadata, String key, Diagnostics diagnostics) {
    Mapping none = Mapping.empty(metadata.span());
    MappingBuilder kept = new MappingBuilder();
    for (Mapping.Entry entry : StorageFields.strings(metadata, key, none).entries()) {
      if (!staysWithSpec(entry.key())) {
        kept.put(entry.key(), entry.value());
      } else if (!isForTools(entry.key())) {
        diagnostics.add(
            Code.NOT_COPIED,
            entry.keySpan(),
            message(
                "metadata.{} has {}, which belongs to Kubernetes: it is not copied to the"
                    + " resources of this spec",
                plain(key),
                entry.key()),
            "write it in the volume, claim or workload that it is for");
      }
    }
    return kept.build(metadata.span());
  }

  /**
   * Whether only the spec itself has the label or annotation. Those of Kubernetes tell what one
   * object is, except for the recommended labels, which are the user's own.
   */
  private static boolean staysWithSpec(String key) {
    String domain = domain(key);
    return !domain.equals(".app.kubernetes.io")
        && (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io") || isForTools(key));
  }

  /** Whether kustomize, kubectl or fairlead write it about the spec as a file. */
  private static boolean isForTools(String key) {
    String domain = domain(key);
    return domain.endsWith(".config.kubernetes.io")
        || domain.endsWith(".config.k8s.io")
        || domain.equals(".kubectl.kubernetes.io")
        || domain.endsWith(".fairlead.dev");
  }

  private static String domain(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? "" : "." + key.substring(0, slash);
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
    List<String> finalizers = new ArrayList<>();
    for (Located<String> finalizer : own.strings("finalizers")) {
      finalizers.add(finalizer.value());
    }
    return new Metadata(
        name, namespace, all.labels, withIgnore(all.annotations, ignore), List.copyOf(finalizers));
  }

  private static Mapping withIgnore(Mapping annotations, List<Ignore> ignore) {
    if (ignore.isEmpty()) {
      return annotations;
    }
    String codes = ignore.stream().map(Ignore::code).distinct().collect(Collectors.joining(","));
    return annotations.with(Ignore.ANNOTATION, Scalar.string(codes, ignore.get(0).span()));
  }
}
