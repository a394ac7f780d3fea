package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.StorageFields;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * A volume, claim or workload of the input.
 *
 * @param manifest as it is in the input
 * @param own what a spec has to say: without what the cluster wrote, and with what was decided
 * @param comments what the spec says above it
 */
record Found(Mapping manifest, Mapping own, List<String> comments) {
  Found(Mapping manifest, Mapping own) {
    this(manifest, own, List.of());
  }

  String kind() {
    return manifest.stringOr("kind", "");
  }

  String name() {
    return own.mapping("metadata").stringOr("name", "");
  }

  /** The namespace; empty if it is left out. */
  String namespace() {
    return own.mapping("metadata").stringOr("namespace", "");
  }

  Mapping spec() {
    return own.mapping("spec");
  }

  Mapping labels() {
    return strings("labels");
  }

  Mapping annotations() {
    return strings("annotations");
  }

  private Mapping strings(String key) {
    Mapping metadata = own.mapping("metadata");
    return StorageFields.strings(metadata, key, Mapping.empty(metadata.span()));
  }

  /** The uid in the cluster; empty if it is not known. */
  String uid() {
    return manifest.mapping("metadata").stringOr("uid", "");
  }

  /** The phase in the cluster; empty if it is not known. */
  String phase() {
    return manifest.mapping("status").stringOr("phase", "");
  }

  /** The place to report for the object as a whole. */
  Span place() {
    Mapping metadata = manifest.mapping("metadata");
    return metadata.has("name") ? metadata.spanOf("name") : manifest.span();
  }

  /** The same object with a field of its spec set. */
  Found with(String field, Tree value) {
    return withOwn(own.with("spec", spec().with(field, value)));
  }

  /** The same object with a field of its metadata set. */
  Found withMetadata(String field, Tree value) {
    return withOwn(own.with("metadata", own.mapping("metadata").with(field, value)));
  }

  /** The same object without a field of its spec. */
  Found without(String field) {
    return withOwn(own.with("spec", Fields.without(spec(), field)));
  }

  Found withOwn(Mapping changed) {
    return new Found(manifest, changed, comments);
  }

  /** The same object with one more line of comment. */
  Found withComment(String comment) {
    List<String> all = new ArrayList<>(comments);
    all.add(comment);
    return new Found(manifest, own, List.copyOf(all));
  }
}
