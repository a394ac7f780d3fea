package dev.fairlead.krm;

import dev.fairlead.document.Node;
import dev.fairlead.schema.SpecKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Kubernetes objects as clients hand them over: identity, origin, equality. */
final class Objects {
  private static final Pattern PATH = Pattern.compile("(?m)^path: (.+)$");

  private Objects() {}

  static String text(JsonNode object, String pointer) {
    return object.at(pointer).asString("");
  }

  /** What the API server tells objects apart by; no namespace counts as default. */
  static String id(JsonNode object) {
    return id(object, text(object, "/metadata/namespace"), text(object, "/metadata/name"));
  }

  /** The same before layers of kustomize renamed the object. */
  static String originalId(JsonNode object) {
    return id(object, original(object, "Namespaces", "/metadata/namespace"), originalName(object));
  }

  private static String id(JsonNode object, String namespace, String name) {
    return String.join(
        " ",
        text(object, "/apiVersion"),
        text(object, "/kind"),
        namespace.isEmpty() ? "default" : namespace,
        name);
  }

  /** The name that an object had in its file. */
  static String originalName(JsonNode object) {
    return original(object, "Names", "/metadata/name");
  }

  /** The first of those that kustomize remembers, from the innermost layer on. */
  private static String original(JsonNode object, String what, String now) {
    String previous = annotation(object, "internal.config.kubernetes.io/previous" + what);
    return previous.isEmpty() ? text(object, now) : previous.split(",", 2)[0];
  }

  /** Whether it is a spec, or was meant as one: it is expanded, and no cluster knows the kind. */
  static boolean isSpec(JsonNode object) {
    return text(object, "/apiVersion").startsWith("fairlead.dev/")
        && !text(object, "/kind").equals(SpecKind.GENERATOR);
  }

  private static String annotation(JsonNode object, String key) {
    return object.path("metadata").path("annotations").path(key).asString("");
  }

  /** The file that the client read the object from, if it says so. */
  static Optional<String> file(JsonNode object) {
    Matcher origin = PATH.matcher(annotation(object, "config.kubernetes.io/origin"));
    if (origin.find()) {
      return Optional.of(origin.group(1));
    }
    String internal = annotation(object, "internal.config.kubernetes.io/path");
    String path = internal.isEmpty() ? annotation(object, "config.kubernetes.io/path") : internal;
    return Optional.of(path).filter(found -> !found.isEmpty());
  }

  /** Whether two objects are equal but for the annotations that clients put on them. */
  static boolean same(JsonNode a, JsonNode b) {
    return withoutClientAnnotations(a).equals(withoutClientAnnotations(b));
  }

  /** An object as nobody has put annotations of clients on it. */
  static JsonNode withoutClientAnnotations(JsonNode object) {
    if (!(object.path("metadata") instanceof Node.Mapping metadata)) {
      return object;
    }
    Map<String, JsonNode> annotations = children(metadata.path("annotations"));
    annotations.keySet().removeIf(key -> key.matches("([^/]*\\.)?(kubernetes|k8s)\\.io/.*"));
    Map<String, JsonNode> kept = children(metadata);
    kept.put("annotations", new Node.Mapping(annotations, metadata.place()));
    Map<String, JsonNode> fields = children(object);
    fields.put("metadata", new Node.Mapping(kept, metadata.place()));
    return new Node.Mapping(fields, Node.placeOf(object));
  }

  private static Map<String, JsonNode> children(JsonNode mapping) {
    Map<String, JsonNode> children = new LinkedHashMap<>();
    mapping.properties().forEach(entry -> children.put(entry.getKey(), entry.getValue()));
    return children;
  }
}
