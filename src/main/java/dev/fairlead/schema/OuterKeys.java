package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Unknown keys that stand one level too far out, such as {@code volumeHandle} beside {@code csi}.
 */
final class OuterKeys {
  private static final int MOST_SHOWN = 4;

  private final SchemaTree schema;

  OuterKeys(SchemaTree schema) {
    this.schema = schema;
  }

  /** The field beside an unknown key that the key belongs into, if there is only one. */
  Optional<String> inner(Violation violation) {
    Mapping properties = schema.owner(violation).mapping("properties");
    List<String> found = new ArrayList<>();
    for (String field : violation.mapping().keys()) {
      boolean fits =
          properties.has(field)
              && violation.mapping().find(field) instanceof Mapping value
              && !value.has(violation.property())
              && has(properties.mapping(field), violation.property());
      if (fits) {
        found.add(field);
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** What to do about an unknown key of another level, if it is one. */
  Optional<String> hint(Violation violation) {
    String key = violation.property();
    Optional<String> inner = inner(violation);
    if (inner.isPresent()) {
      return Optional.of(message("write {} under {}", plain(key), plain(inner.get())));
    }
    List<String> sources = sources(violation);
    if (sources.isEmpty()) {
      return Optional.empty();
    }
    if (sources.size() > MOST_SHOWN) {
      return Optional.of(message("write {} under the source of the volume", plain(key)));
    }
    String source = String.join(" or ", sources);
    return Optional.of(
        message("write {} under a source: {}: {{}: ...}", plain(key), plain(source), plain(key)));
  }

  /** The sources that have the key as a field, if the mapping takes a source and has none. */
  private List<String> sources(Violation violation) {
    Mapping properties = schema.owner(violation).mapping("properties");
    List<String> sources = new ArrayList<>();
    for (SourceType type : SourceType.values()) {
      String name = type.toString();
      if (violation.mapping().has(name)) {
        return List.of();
      }
      if (type.isServed()
          && properties.has(name)
          && has(properties.mapping(name), violation.property())) {
        sources.add(name);
      }
    }
    return sources;
  }

  private boolean has(Mapping rule, String key) {
    return schema.resolve(rule).mapping("properties").has(key);
  }
}
