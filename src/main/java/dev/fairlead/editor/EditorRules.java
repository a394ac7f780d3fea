package dev.fairlead.editor;

import dev.fairlead.explain.Language;
import dev.fairlead.schema.SchemaTree;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Copies parts of the schema. What describes a field goes to the field alone. */
final class EditorRules {
  /** Keywords that a field has, or the whole schema. */
  private static final Set<String> TEXTS =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "default",
          "absent",
          "link",
          "consequence",
          "definitions");

  private static final SchemaTree SCHEMA = SpecSchema.tree();

  private final EditorField fields;
  private final Language language;

  EditorRules(Language language) {
    this.language = language;
    this.fields = new EditorField(language, this);
  }

  /** The rules of a part of the schema, without its description. */
  ObjectNode of(Mapping part) {
    return of(part, false);
  }

  private ObjectNode of(Mapping part, boolean isCase) {
    // Fields look different here, so a reference to a field becomes its rules.
    if (part.stringOr("$ref", "").contains("/properties/")) {
      return of(SCHEMA.resolve(part), isCase);
    }
    ObjectNode rules = JsonMapper.shared().createObjectNode();
    for (Mapping.Entry entry : part.entries()) {
      String key = entry.key();
      Tree value = entry.value();
      if (key.equals("properties")) {
        rules.set(key, properties(part, (Mapping) value, isCase));
      } else if (key.equals("oneOf") || key.equals("anyOf")) {
        Alternatives.add(key, part, (Sequence) value, rules, this);
      } else if (key.equals("defaultSnippets")) {
        rules.set(key, Json.of(value));
      } else if (key.equals("enumDescriptions")) {
        rules.set(key, Json.plain(value));
      } else if (!TEXTS.contains(key)) {
        JsonNode copied = copy(value, isCase || key.equals("then") || key.equals("if"));
        if (key.equals("allOf") && rules.get(key) instanceof ArrayNode more) {
          copied.forEach(more::add);
        } else {
          rules.set(key, copied);
        }
      }
    }
    RemovedFields.add(part, rules, language);
    Required.separate(rules);
    return rules;
  }

  private ObjectNode properties(Mapping owner, Mapping properties, boolean isCase) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    List<String> required = owner.strings("required").stream().map(name -> name.value()).toList();
    for (Mapping.Entry property : properties.entries()) {
      String name = property.key();
      boolean described =
          property.value() instanceof Mapping part
              && !language.field(name, false, part).description().isEmpty();
      if (described && !isCase) {
        Mapping part = (Mapping) property.value();
        all.set(name, fields.of(language.field(name, required.contains(name), part), part));
      } else {
        all.set(name, quiet(copy(property.value(), isCase)));
      }
    }
    return all;
  }

  /** A rule about a field that is described elsewhere. */
  private static JsonNode quiet(JsonNode rule) {
    return rule instanceof ObjectNode object ? object.put("doNotSuggest", true) : rule;
  }

  /** The rules of a value of a keyword. */
  JsonNode copy(Tree value, boolean isCase) {
    return value.match(
        new Tree.Cases<>() {
          @Override
          public JsonNode mapping(Mapping mapping) {
            return of(mapping, isCase);
          }

          @Override
          public JsonNode sequence(Sequence sequence) {
            ArrayNode items = JsonMapper.shared().createArrayNode();
            sequence.items().forEach(item -> items.add(copy(item, isCase)));
            return items;
          }

          @Override
          public JsonNode scalar(Scalar scalar) {
            return Json.node(scalar);
          }
        });
  }
}
