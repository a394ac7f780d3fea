package dev.fairlead.explain;

import dev.fairlead.schema.SchemaTree;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of the spec language, found by path. The schema is the only source. */
public final class Language {
  private final SchemaTree schema = SpecSchema.tree();

  /** The whole document as a field without a name. */
  public Field root() {
    return new Field("", false, parts(schema.root()));
  }

  /** The field at a path such as {@code volumes.reserve} or {@code volumes[0].reserve}. */
  public Optional<Field> at(String path) {
    return at(Arrays.asList(path.replaceAll("\\[[^]]*]", "").split("\\.")));
  }

  /**
   * The field at these keys. The keys of a map, such as the paths of {@code mounts}, may be among
   * them: the field is then the map.
   */
  public Optional<Field> at(List<String> keys) {
    Field field = root();
    for (String key : keys) {
      Optional<Field> below = field(field, key);
      if (below.isEmpty() && !field.isMap()) {
        return Optional.empty();
      }
      field = below.orElse(field);
    }
    return Optional.of(field);
  }

  private Optional<Field> field(Field owner, String key) {
    return fields(owner).stream().filter(field -> field.name().equals(key)).findFirst();
  }

  /** The names of the fields below a path, in the order of the schema. */
  public List<String> names(String path) {
    return at(path)
        .map(field -> fields(field).stream().map(Field::name).toList())
        .orElse(List.of());
  }

  /** The fields of a mapping, of the items of a list, or of the values of a map. */
  public List<Field> fields(Field owner) {
    Map<String, List<Mapping>> found = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    for (Mapping part : objects(owner.parts())) {
      part.strings("required").forEach(name -> required.add(name.value()));
      Mapping properties = part.mapping("properties");
      for (String key : properties.keys()) {
        found
            .computeIfAbsent(key, name -> new ArrayList<>())
            .addAll(parts(properties.mapping(key)));
      }
    }
    List<Field> fields = new ArrayList<>();
    String prefix = owner.path().isEmpty() ? "" : owner.path() + ".";
    found.forEach(
        (key, parts) -> fields.add(new Field(prefix + key, required.contains(key), parts)));
    return fields;
  }

  /** The parts that can have fields: these, and those of items of lists and values of maps. */
  private List<Mapping> objects(List<Mapping> parts) {
    List<Mapping> objects = new ArrayList<>(parts);
    for (Mapping part : parts) {
      for (String inner : List.of("items", "additionalProperties")) {
        part.mappingAt(inner).ifPresent(below -> objects.addAll(objects(parts(below))));
      }
    }
    return objects;
  }

  /**
   * A part of the schema, and everything that it refers to. The case without conditions comes
   * before the one with conditions.
   */
  private List<Mapping> parts(Mapping part) {
    List<Mapping> parts = new ArrayList<>(List.of(part));
    Mapping resolved = schema.resolve(part);
    if (resolved != part) {
      parts.addAll(parts(resolved));
    }
    part.mappings("allOf").forEach(each -> parts.addAll(parts(each)));
    part.mappingAt("else").ifPresent(each -> parts.addAll(parts(each)));
    part.mappingAt("then").ifPresent(each -> parts.addAll(parts(each)));
    return parts;
  }
}
