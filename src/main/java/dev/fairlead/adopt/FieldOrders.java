package dev.fairlead.adopt;

import dev.fairlead.explain.Language;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of fields in the documentation, which is that of the schema. */
final class FieldOrders {
  private final Language language = new Language();
  private final Map<SourceType, List<String>> ofSources = new HashMap<>();

  /** A source with its fields in the order of its table. */
  Mapping ofSource(SourceType type, Mapping source) {
    List<String> order = ofSources.computeIfAbsent(type, key -> language.names("volumes." + key));
    return Fields.ordered(source, order);
  }
}
