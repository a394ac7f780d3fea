package dev.fairlead.schema;

import dev.fairlead.diagnostic.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the schema says about a field of the language, as text for a terminal. */
public final class FieldReference {
  private static final int WIDTH = 78;

  private final JsonNode root = SpecSchema.tree();

  /** The text about the field at a path such as {@code volumes.reserve}, if there is one. */
  public Optional<String> explain(String path) {
    return find(path).map(field -> describe(path, field));
  }

  /** The path that was likely meant: as far as it is right, then the nearest field. */
  public Optional<String> nearest(String path) {
    int dot = path.lastIndexOf('.');
    String parent = dot < 0 ? "" : path.substring(0, dot);
    Optional<JsonNode> owner = dot < 0 ? Optional.of(root) : find(parent);
    return owner
        .flatMap(node -> Nearest.to(path.substring(dot + 1), fields(node).keySet()))
        .map(field -> dot < 0 ? field : parent + "." + field);
  }

  private Optional<JsonNode> find(String path) {
    JsonNode node = root;
    for (String segment : path.split("\\.")) {
      node = fields(node).get(segment.replaceFirst("\\[[^]]*]$", ""));
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  /** The fields of an object, of the items of a list, or of the values of a map. */
  private Map<String, JsonNode> fields(JsonNode field) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (JsonNode node : parts(field)) {
      node.path("properties")
          .properties()
          .forEach(e -> fields.putIfAbsent(e.getKey(), e.getValue()));
      for (String inner : List.of("items", "additionalProperties", "else")) {
        if (node.path(inner).isObject()) {
          fields(node.get(inner)).forEach(fields::putIfAbsent);
        }
      }
    }
    return fields;
  }

  /** The node itself and all that it refers to. */
  private List<JsonNode> parts(JsonNode node) {
    List<JsonNode> parts = new ArrayList<>(List.of(node));
    if (node.path("$ref").isString()) {
      parts.addAll(parts(root.at(node.get("$ref").stringValue().substring(1))));
    }
    node.path("allOf").forEach(part -> parts.addAll(parts(part)));
    return parts;
  }

  private String describe(String path, JsonNode field) {
    StringBuilder out = new StringBuilder(path).append(": ").append(type(field)).append("\n\n");
    out.append(wrapped(text(field, "description"), "  "));
    values(field, "enum")
        .or(
            () ->
                parts(field).stream()
                    .flatMap(p -> values(p.path("items"), "enum").stream())
                    .findFirst())
        .ifPresent(v -> out.append("\n  One of: ").append(v).append('\n'));
    values(field, "const").ifPresent(v -> out.append("\n  Always: ").append(v).append('\n'));
    values(field, "default").ifPresent(v -> out.append("\n  Default: ").append(v).append('\n'));
    values(field, "examples").ifPresent(v -> out.append("\n  Example: ").append(v).append('\n'));
    Map<String, JsonNode> fields = fields(field);
    if (!fields.isEmpty()) {
      List<String> required = required(field);
      out.append("\nFields:\n");
      fields.forEach(
          (name, node) ->
              out.append("  ")
                  .append(name)
                  .append(": ")
                  .append(type(node))
                  .append(required.contains(name) ? ", required" : "")
                  .append('\n')
                  .append(wrapped(text(node, "description"), "      ")));
    }
    return out.toString();
  }

  private String type(JsonNode field) {
    for (JsonNode part : parts(field)) {
      JsonNode type = part.path("type");
      if (type.isString()) {
        return TypeWording.name(type.stringValue());
      }
      if (type.isArray()) {
        return String.join(
            " or ",
            type.valueStream()
                .map(JsonNode::toString)
                .filter(name -> !name.equals("null"))
                .map(TypeWording::name)
                .toList());
      }
      if (part.has("not")) {
        return "removed";
      }
    }
    return "any value";
  }

  private List<String> required(JsonNode field) {
    List<String> required = new ArrayList<>();
    for (JsonNode part : parts(field)) {
      part.path("required").forEach(name -> required.add(name.toString()));
      part.path("items").path("required").forEach(name -> required.add(name.toString()));
      parts(part.path("items"))
          .forEach(p -> p.path("required").forEach(name -> required.add(name.toString())));
    }
    return required;
  }

  private String text(JsonNode field, String key) {
    return parts(field).stream()
        .map(part -> part.path(key))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst()
        .orElse("");
  }

  private Optional<String> values(JsonNode field, String key) {
    return parts(field).stream()
        .filter(part -> part.has(key))
        .map(part -> part.get(key))
        .map(
            v ->
                v.isArray()
                    ? v.valueStream().map(FieldReference::shown).toList()
                    : List.of(shown(v)))
        .map(values -> String.join(", ", values))
        .findFirst();
  }

  private static String shown(JsonNode value) {
    return value.isString() && value.stringValue().isEmpty() ? "\"\"" : value.toString();
  }

  private static String wrapped(String text, String indent) {
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
        out.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    return out.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
