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
    String namespace = text(object, "/metadata/namespace");
    return String.join(
        " ",
        text(object, "/apiVersion"),
        text(object, "/kind"),
        namespace.isEmpty() ? "default" : namespace,
        text(object, "/metadata/name"));
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

  private static Map<String, Object> withoutClientAnnotations(JsonNode object) {
    Map<String, Object> fields = new LinkedHashMap<>();
    object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
    if (object.path("metadata") instanceof Node.Mapping metadata) {
      Map<String, Object> kept = new LinkedHashMap<>();
      metadata.properties().forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
      Map<String, JsonNode> annotations = new LinkedHashMap<>();
      metadata
          .path("annotations")
          .properties()
          .forEach(entry -> annotations.put(entry.getKey(), entry.getValue()));
      annotations.keySet().removeIf(key -> key.matches("([^/]*\\.)?(kubernetes|k8s)\\.io/.*"));
      kept.put("annotations", annotations);
      fields.put("metadata", kept);
    }
    return fields;
  }
}
