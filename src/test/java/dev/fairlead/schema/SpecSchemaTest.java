package dev.fairlead.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema file, as editors load it. */
class SpecSchemaTest {
  /**
   * Keywords of draft-07 that {@link Wording} can word, and keywords without findings of their own.
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "required",
          "additionalProperties",
          "enum",
          "const",
          "pattern",
          "propertyNames",
          "minLength",
          "minItems",
          "minProperties",
          "maxLength",
          "maxItems",
          "minimum",
          "maximum",
          "oneOf",
          "anyOf",
          "not",
          "properties",
          "items",
          "allOf",
          "if",
          "then",
          "else",
          "$ref",
          "$schema",
          "$id",
          "definitions",
          "title",
          "description",
          "default",
          "examples",
          "patternErrorMessage",
          "consequence",
          "absent",
          "link",
          "defaultSnippets",
          "enumDescriptions");

  private static final List<String> FILES =
      List.of(
          "storage.v1.schema.json", "storage-generator.v1.schema.json", "manifests.v1.schema.json");

  private final JsonNode schema =
      JsonMapper.shared().readTree(Path.of("schemas/storage.v1.schema.json"));

  @Test
  void itIsDraft07() {
    assertEquals("http://json-schema.org/draft-07/schema#", schema.get("$schema").stringValue());
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    assertEquals(List.of(), meta.validate(schema));
  }

  /**
   * In draft 7, keywords next to a reference are ignored, but {@link Conformance} would check them.
   */
  @Test
  void noRuleIsNextToAReference() {
    for (String file : FILES) {
      JsonNode whole = JsonMapper.shared().readTree(Path.of("schemas", file));
      for (JsonNode parent : whole.findParents("$ref")) {
        assertEquals("{\"$ref\":" + parent.get("$ref") + "}", rules(parent, false));
      }
    }
  }

  /** The build extracts the rules from the schema. */
  @Test
  void theRulesAreTheSchemaWithoutDescriptions() {
    SchemaRules made = SchemaRules.embedded();
    assertEquals(rules(schema, false), json(made, "#"));
    for (String name : schema.get("definitions").propertyNames()) {
      String reference = "#/definitions/" + name;
      assertEquals(rules(schema.at(reference.substring(1)), false), json(made, reference));
    }
  }

  private static String json(SchemaRules rules, String reference) {
    return JsonMapper.shared().writeValueAsString(JacksonNodes.of(rules.at(reference)));
  }

  private static final Set<String> NO_RULES =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "enumDescriptions",
          "patternErrorMessage",
          "consequence",
          "absent",
          "link",
          "defaultSnippets",
          "definitions");

  private static String rules(JsonNode node, boolean names) {
    if (node.isObject()) {
      return node.properties().stream()
          .filter(entry -> names || !NO_RULES.contains(entry.getKey()))
          .map(
              entry -> {
                boolean below = !names && entry.getKey().equals("properties");
                return JsonMapper.shared().writeValueAsString(entry.getKey())
                    + ":"
                    + rules(entry.getValue(), below);
              })
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return node.valueStream()
          .map(item -> rules(item, false))
          .collect(Collectors.joining(",", "[", "]"));
    }
    return JsonMapper.shared().writeValueAsString(node);
  }

  @Test
  void everyKeywordHasAWording() {
    Set<String> used = new TreeSet<>();
    collect(schema, used);
    used.removeAll(KEYWORDS);
    assertEquals(Set.of(), used);
  }

  @Test
  void everyReferenceIsResolved() {
    Set<String> references = new TreeSet<>();
    references(schema, references);
    assertTrue(references.size() > 30);
    references.forEach(
        reference -> assertTrue(schema.at(reference.substring(1)).isObject(), reference));
    for (String definition : schema.get("definitions").propertyNames()) {
      assertTrue(references.contains("#/definitions/" + definition), definition + " is not used");
    }
  }

  private static void collect(JsonNode node, Set<String> used) {
    if (!node.isObject()) {
      node.valueStream().forEach(item -> collect(item, used));
      return;
    }
    for (String key : node.propertyNames()) {
      used.add(key);
      JsonNode value = node.get(key);
      switch (key) {
        case "properties", "definitions" -> value.valueStream().forEach(v -> collect(v, used));
        case "examples", "default", "defaultSnippets", "enum", "const", "required" -> {}
        default -> collect(value, used);
      }
    }
  }

  private static void references(JsonNode node, Set<String> references) {
    if (node.path("$ref").isString()) {
      references.add(node.get("$ref").stringValue());
    }
    node.valueStream().forEach(child -> references(child, references));
  }
}
