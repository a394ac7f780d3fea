package dev.fairlead.krm;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.render.Templates;
import dev.fairlead.source.SpecReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a plan makes, as texts to put among the items that a client handed over. */
final class Manifests {
  private final Templates templates;
  private final Map<String, JsonNode> items = new HashMap<>();
  private final Diagnostics diagnostics;

  /** Objects that are among the items already must be equal: then they are not added again. */
  Manifests(Templates templates, List<JsonNode> items, Diagnostics diagnostics) {
    this.templates = templates;
    this.diagnostics = diagnostics;
    items.forEach(item -> this.items.putIfAbsent(Objects.id(item), item));
  }

  /** One YAML document each, in the order of the plan. */
  List<String> of(Plan plan) {
    List<String> texts = new ArrayList<>();
    plan.resources()
        .forEach(
            resource -> {
              StringWriter text = new StringWriter();
              templates.print(resource, text);
              if (isNew(resource, text.toString())) {
                texts.add(text.toString());
              }
            });
    return texts;
  }

  private boolean isNew(Resource resource, String text) {
    if (items.isEmpty()) {
      return true;
    }
    JsonNode made = parse(text);
    JsonNode item = items.get(Objects.id(made));
    if (item == null) {
      return true;
    }
    if (!Objects.same(made, item)) {
      diagnostics.add(
          Code.DUPLICATE_NAME,
          resource.metadata().name().span(),
          Objects.text(made, "/kind")
              + " "
              + quote(resource.name())
              + " is among the items already and differs from what this spec makes",
          "take it out of the resources, or out of the spec");
    }
    return false;
  }

  static JsonNode parse(String text) {
    List<Document> documents =
        new SpecReader(new Diagnostics()).read("", text.getBytes(StandardCharsets.UTF_8));
    return documents.get(0).root();
  }
}
