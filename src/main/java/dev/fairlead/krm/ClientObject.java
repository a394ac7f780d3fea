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
 * A Kubernetes object as a client hands it over: identity, origin, equality. What is no mapping is
 * an object without fields.
 *
 * @param keySpan the place of the key it stands under; its own where there is no key
 */
record ClientObject(Tree tree, Span keySpan) {
  private static final Pattern PATH = Pattern.compile("(?m)^path: (.+)$");

  /** An object that is an item of a list or a document. */
  ClientObject(Tree tree) {
    this(tree, tree.span());
  }

  Span span() {
    return tree.span();
  }

  Mapping fields() {
    return tree instanceof Mapping mapping ? mapping : Mapping.empty(span());
  }

  /** The text of a field; empty where there is none. */
  String text(String key) {
    return fields().text(key).orElse("");
  }

  String name() {
    return metadata("name");
  }

  /** The text of a field of its metadata; empty where there is none. */
  String metadata(String key) {
    return fields().mapping("metadata").text(key).orElse("");
  }

  private String annotation(String key) {
    return fields().mapping("metadata").mapping("annotations").text(key).orElse("");
  }

  /** What the API server tells objects apart by; no namespace counts as default. */
  String id() {
    return id(metadata("namespace"), name());
  }

  /** The same before layers of kustomize renamed the object. */
  String originalId() {
    return id(original("Namespaces", "namespace"), originalName());
  }

  private String id(String namespace, String name) {
    String known = namespace.isEmpty() ? "default" : namespace;
    return String.join(" ", text("apiVersion"), text("kind"), known, name);
  }

  /** The name that the object had in its file. */
  String originalName() {
    return original("Names", "name");
  }

  /** The first of those that kustomize remembers, from the innermost layer on. */
  private String original(String what, String now) {
    String previous = annotation("internal.config.kubernetes.io/previous" + what);
    return previous.isEmpty() ? metadata(now) : previous.split(",", 2)[0];
  }

  /** Whether it is a spec, or was meant as one: it is expanded, and no cluster knows the kind. */
  boolean isSpec() {
    return text("apiVersion").startsWith("fairlead.dev/")
        && !text("kind").equals(SpecKind.GENERATOR);
  }

  /** The file that the client read the object from, if it says so. */
  Optional<String> file() {
    Matcher origin = PATH.matcher(annotation("config.kubernetes.io/origin"));
    if (origin.find()) {
      return Optional.of(origin.group(1));
    }
    String internal = annotation("internal.config.kubernetes.io/path");
    String path = internal.isEmpty() ? annotation("config.kubernetes.io/path") : internal;
    return Optional.of(path).filter(found -> !found.isEmpty());
  }

  /** Whether two objects are equal but for the annotations that clients put on them. */
  boolean isSame(ClientObject other) {
    return withoutClientAnnotations().isSame(other.withoutClientAnnotations());
  }

  /** The object as if no client had put annotations on it. */
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
