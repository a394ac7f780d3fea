package dev.fairlead.editor;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.driver.Storage;
import dev.fairlead.explain.Field;
import dev.fairlead.explain.Language;
import dev.fairlead.report.Explanations;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an editor inserts or offers as the value of a field. */
final class Snippets {
  private final Language language;

  Snippets(Language language) {
    this.language = language;
  }

  /** The snippets of the schema, else the fields that a mapping must have. */
  List<JsonNode> of(Field field) {
    List<JsonNode> snippets = new ArrayList<>();
    for (Mapping part : field.parts()) {
      for (Mapping snippet : part.mappings("defaultSnippets")) {
        snippets.add(Json.of(snippet));
      }
    }
    if (!snippets.isEmpty()) {
      return snippets;
    }
    return switch (field.name()) {
      case "driver" -> field.form().isPresent() ? drivers() : List.of();
      case "ignore" -> codes();
      default -> required(field);
    };
  }

  private List<JsonNode> required(Field field) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    for (Field below :
        field.type().startsWith("a mapping") ? language.fields(field) : List.<Field>of()) {
      if (below.isRequired() && below.type().startsWith("a string")) {
        body.put(below.name(), "$" + (body.size() + 1));
      }
    }
    return body.isEmpty()
        ? List.of()
        : List.of(
            snippet(
                String.join(", ", body.propertyNames()), "The fields that must be there.", body));
  }

  private static List<JsonNode> drivers() {
    List<JsonNode> snippets = new ArrayList<>();
    for (String name : Drivers.names()) {
      Driver driver = Drivers.of(name).orElseThrow();
      if (driver.storage() != Storage.INLINE) {
        String title = driver.facts().stringOr("title", "");
        snippets.add(snippet(name, title, JsonMapper.shared().valueToTree(name)));
      }
    }
    return snippets;
  }

  private static List<JsonNode> codes() {
    Explanations explanations = new Explanations();
    List<JsonNode> snippets = new ArrayList<>();
    for (Code code : Code.values()) {
      if (code.severity() == Severity.WARNING) {
        snippets.add(
            snippet(
                code.slug(),
                explanations.summary(code),
                JsonMapper.shared().valueToTree(code.slug())));
      }
    }
    return snippets;
  }

  private static ObjectNode snippet(String label, String description, JsonNode body) {
    ObjectNode snippet = JsonMapper.shared().createObjectNode();
    snippet.put("label", label).put("description", description);
    snippet.set("body", body);
    return snippet;
  }
}
