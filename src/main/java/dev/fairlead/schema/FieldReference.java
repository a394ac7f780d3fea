package dev.fairlead.schema;

import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The description of a field from the schema, as text for a terminal. */
public final class FieldReference {
  private static final int WIDTH = 78;

  private final SchemaTree schema = SpecSchema.tree();

  /** The text about the field at a path such as {@code volumes.reserve}, if the field exists. */
  public Optional<String> explain(String path) {
    return find(path).map(field -> describe(path, field));
  }

  /** The path that was probably meant: the valid part of the path, then the nearest field. */
  public Optional<String> nearest(String path) {
    int dot = path.lastIndexOf('.');
    String parent = dot < 0 ? "" : path.substring(0, dot);
    Optional<Mapping> owner = dot < 0 ? Optional.of(schema.root()) : find(parent);
    return owner
        .flatMap(node -> Nearest.to(path.substring(dot + 1), fields(node).keySet()))
        .map(field -> dot < 0 ? field : parent + "." + field);
  }

  /** The names of the fields below a path, in the order of the documentation. */
  public List<String> names(String path) {
    return find(path).map(field -> List.copyOf(fields(field).keySet())).orElse(List.of());
  }

  /** The path of the first field of this name in a list of the language. */
  public Optional<String> called(String name) {
    for (String list : List.of("volumes", "claims", "workloads")) {
      if (find(list).filter(node -> fields(node).containsKey(name)).isPresent()) {
        return Optional.of(list + "." + name);
      }
    }
    return Optional.empty();
  }

  private Optional<Mapping> find(String path) {
    Mapping node = schema.root();
    for (String segment : path.split("\\.")) {
      node = fields(node).get(segment.replaceFirst("\\[[^]]*]$", ""));
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  /** The fields of an object, of the items of a list, or of the values of a map. */
  private Map<String, Mapping> fields(Mapping field) {
    Map<String, Mapping> fields = new LinkedHashMap<>();
    for (Mapping node : parts(field)) {
      Mapping properties = node.mapping("properties");
      properties.keys().forEach(key -> fields.putIfAbsent(key, properties.mapping(key)));
      for (String inner : List.of("items", "additionalProperties", "else")) {
        node.mappingAt(inner)
            .ifPresent(
                below ->
                    fields(below)
                        .forEach((key, more) -> fields.merge(key, more, FieldReference::both)));
      }
    }
    return fields;
  }

  /** What two places of the schema say about a field; the first one counts. */
  private static Mapping both(Mapping first, Mapping more) {
    return more.withAll(first);
  }

  /** The node itself and everything that it refers to. */
  private List<Mapping> parts(Mapping node) {
    List<Mapping> parts = new ArrayList<>(List.of(node));
    Mapping resolved = schema.resolve(node);
    if (resolved != node) {
      parts.addAll(parts(resolved));
    }
    node.mappings("allOf").forEach(part -> parts.addAll(parts(part)));
    return parts;
  }

  private String describe(String path, Mapping field) {
    StringBuilder out = new StringBuilder(path).append(": ").append(type(field)).append("\n\n");
    out.append(wrapped(text(field, "description"), "  "));
    values(parts(field), "enum")
        .or(() -> values(parts(field).stream().map(p -> p.mapping("items")).toList(), "enum"))
        .ifPresent(v -> out.append("\n  One of: ").append(v).append('\n'));
    values(parts(field), "const").ifPresent(v -> out.append("\n  Always: ").append(v).append('\n'));
    values(parts(field), "default")
        .ifPresent(v -> out.append("\n  Default: ").append(v).append('\n'));
    values(parts(field), "examples")
        .ifPresent(v -> out.append("\n  Example: ").append(v).append('\n'));
    Map<String, Mapping> fields = fields(field);
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

  private String type(Mapping field) {
    for (Mapping part : parts(field)) {
      Optional<Located<String>> type = part.string("type");
      if (type.isPresent()) {
        return TypeWording.name(type.get().value());
      }
      if (part.has("type")) {
        return part.strings("type").stream()
            .map(Located::value)
            .filter(name -> !name.equals("null"))
            .map(TypeWording::name)
            .collect(Collectors.joining(" or "));
      }
      if (part.has("not")) {
        return "removed";
      }
    }
    return "any value";
  }

  private List<String> required(Mapping field) {
    List<String> required = new ArrayList<>();
    for (Mapping part : parts(field)) {
      List<Mapping> owners = new ArrayList<>(List.of(part));
      owners.addAll(parts(part.mapping("items")));
      for (Mapping owner : owners) {
        owner.strings("required").forEach(name -> required.add(name.value()));
      }
    }
    return required;
  }

  private String text(Mapping field, String key) {
    return parts(field).stream().flatMap(part -> part.text(key).stream()).findFirst().orElse("");
  }

  private static Optional<String> values(List<Mapping> parts, String key) {
    return parts.stream()
        .filter(part -> part.has(key))
        .map(part -> part.find(key))
        .map(value -> value instanceof Sequence list ? list.items() : List.of(value))
        .map(values -> values.stream().map(FieldReference::shown).collect(Collectors.joining(", ")))
        .findFirst();
  }

  private static String shown(Tree value) {
    String text = Shown.text(value);
    return value.isString() && text.isEmpty() ? "\"\"" : text;
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
