package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

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
    // The mapping may have any number of keys.
    for (String field : properties.keys()) {
      boolean fits =
          violation.mapping().find(field) instanceof Mapping value
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
    return Optional.of(
        sources.size() == 1
            ? message("write {} under {}", plain(key), plain(sources.get(0)))
            : message(
                "write {} under the source of the volume{}",
                plain(key),
                plain(sources.size() > MOST_SHOWN ? "" : ": " + String.join(" or ", sources))));
  }

  /** The sources that have the key as a field, if the mapping takes a source and has none. */
  private List<String> sources(Violation violation) {
    Mapping properties = schema.owner(violation).mapping("properties");
    List<String> sources = new ArrayList<>();
    for (String name : SchemaTree.requiredIn(schema.owner(violation).find("oneOf"))) {
      Mapping rule = properties.mapping(name);
      if (violation.mapping().has(name)) {
        return List.of();
      }
      if (has(rule, violation.property()) && !isRemoved(rule)) {
        sources.add(name);
      }
    }
    return sources;
  }

  private boolean isRemoved(Mapping rule) {
    return schema.resolve(rule).stringOr("description", "").contains("removed in Kubernetes");
  }

  private boolean has(Mapping rule, String key) {
    return schema.resolve(rule).mapping("properties").has(key);
  }
}
