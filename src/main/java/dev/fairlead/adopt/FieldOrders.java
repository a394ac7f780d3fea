package dev.fairlead.adopt;

import dev.fairlead.model.SourceType;
import dev.fairlead.schema.FieldReference;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of fields in the documentation, which is that of the schema. */
final class FieldOrders {
  private final FieldReference reference = new FieldReference();
  private final Map<SourceType, List<String>> ofSources = new HashMap<>();

  /** A source with its fields in the order of its table. */
  Mapping ofSource(SourceType type, Mapping source) {
    List<String> order = ofSources.computeIfAbsent(type, key -> reference.names("volumes." + key));
    return Fields.ordered(source, order);
  }
}
