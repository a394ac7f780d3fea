package dev.fairlead.editor;

import dev.fairlead.explain.Language;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.tree.Mapping;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema for editors. */
public final class EditorSchema {
  private static final String ID = "https://fairlead.dev/schemas/editor.v1.schema.json";

  private EditorSchema() {}

  /** The text of the schema. */
  public static String text() {
    Mapping source = SpecSchema.tree().root();
    EditorRules rules = new EditorRules(new Language());
    ObjectNode root = rules.of(source);
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    schema.put("$schema", source.stringOr("$schema", ""));
    schema.put("$id", ID);
    schema.put("title", "fairlead");
    schema.put("description", source.stringOr("description", ""));
    schema.setAll(root);
    // A server inserts the snippet of a list instead of the bare list.
    for (JsonNode snippet : schema.get("defaultSnippets")) {
      String name = snippet.get("label").stringValue();
      ((ObjectNode) schema.get("properties").get(name)).put("doNotSuggest", true);
    }
    ObjectNode definitions = schema.putObject("definitions");
    Mapping parts = source.mapping("definitions");
    for (String name : parts.keys()) {
      definitions.set(name, rules.of(parts.mapping(name)));
    }
    Presence.addTo(schema);
    TopologyKeys.offerIn(schema);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(schema) + "\n";
  }
}
