package dev.fairlead.editor;

import dev.fairlead.explain.Field;
import dev.fairlead.explain.Language;
import dev.fairlead.tree.Mapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports a field that has been removed at its key, with what to use instead. */
final class RemovedFields {
  private RemovedFields() {}

  /** Adds a rule for each removed field of a part of the schema. */
  static void add(Mapping part, ObjectNode rules, Language language) {
    Mapping properties = part.mapping("properties");
    for (String name : properties.keys()) {
      Field field = language.field(name, false, properties.mapping(name));
      if (field.isRemoved()) {
        ArrayNode all = Required.all(rules);
        ObjectNode rule = all.addObject();
        rule.put("errorMessage", field.description()).putObject("properties").put(name, false);
      }
    }
  }
}
