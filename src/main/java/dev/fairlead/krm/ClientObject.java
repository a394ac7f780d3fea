package dev.fairlead.krm;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes object from a client: its identity, origin and equality. A tree that is not a
 * mapping is an object without fields.
 *
 * @param keySpan the position of its key; its own position if there is no key
 */
record ClientObject(Tree tree, Span keySpan) {
  private static final Pattern PATH = Pattern.compile("(?m)^path: (.+)$");

  /** An object that is a list item or a document. */
  ClientObject(Tree tree) {
    this(tree, tree.span());
  }

  Span span() {
    return tree.span();
  }

  Mapping fields() {
    return tree instanceof Mapping mapping ? mapping : Mapping.empty(span());
  }

  /** The text of a field, or an empty string. */
  String text(String key) {
    return fields().text(key).orElse("");
  }

  String name() {
    return metadata("name");
  }

  /** The text of a metadata field, or an empty string. */
  String metadata(String key) {
    return fields().mapping("metadata").text(key).orElse("");
  }

  private String annotation(String key) {
    return fields().mapping("metadata").mapping("annotations").text(key).orElse("");
  }

  /** The identity of the object for the API server. An empty namespace counts as default. */
  String id() {
    return id(metadata("namespace"), name());
  }

  /** The identity before kustomize layers renamed the object. */
  String originalId() {
    return id(original("Namespaces", "namespace"), originalName());
  }

  private String id(String namespace, String name) {
    String known = namespace.isEmpty() ? "default" : namespace;
    return String.join(" ", text("apiVersion"), text("kind"), known, name);
  }

  /** The name of the object in its file. */
  String originalName() {
    return original("Names", "name");
  }

  /** The first of the previous values that kustomize records, starting from the innermost layer. */
  private String original(String what, String now) {
    String previous = annotation("internal.config.kubernetes.io/previous" + what);
    return previous.isEmpty() ? metadata(now) : previous.split(",", 2)[0];
  }

  /**
   * Whether the object is a spec or was meant as one. Such objects are expanded and never reach a
   * cluster.
   */
  boolean isSpec() {
    return text("apiVersion").startsWith("fairlead.dev/")
        && !text("kind").equals(SpecKind.GENERATOR);
  }

  /** The file that the client read the object from, if an annotation names it. */
  Optional<String> file() {
    Matcher origin = PATH.matcher(annotation("config.kubernetes.io/origin"));
    if (origin.find()) {
      return Optional.of(origin.group(1));
    }
    String internal = annotation("internal.config.kubernetes.io/path");
    String path = internal.isEmpty() ? annotation("config.kubernetes.io/path") : internal;
    return Optional.of(path).filter(found -> !found.isEmpty());
  }

  /** Whether two objects are equal, except for annotations that clients add. */
  boolean isSame(ClientObject other) {
    return withoutClientAnnotations().isSame(other.withoutClientAnnotations());
  }

  /** The object without annotations that clients add. */
  Tree withoutClientAnnotations() {
    Optional<Mapping> metadata = fields().mappingAt("metadata");
    if (metadata.isEmpty()) {
      return tree;
    }
    MappingBuilder kept = new MappingBuilder();
    for (Mapping.Entry entry : metadata.get().mapping("annotations").entries()) {
      if (!entry.key().matches("([^/]*\\.)?(kubernetes|k8s)\\.io/.*")) {
        kept.put(entry.key(), entry.value());
      }
    }
    Mapping annotations = kept.build(metadata.get().span());
    return fields().with("metadata", metadata.get().with("annotations", annotations));
  }
}
