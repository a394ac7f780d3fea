package dev.fairlead.editor;

import dev.fairlead.explain.Field;
import dev.fairlead.explain.FieldMarkdown;
import dev.fairlead.explain.Language;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field with its own description. The type stands beside the description, because a server needs
 * it to insert a colon. The rules of lists and mappings are one level deeper, because a server
 * would insert them instead of a snippet.
 */
final class EditorField {
  private final EditorRules rules;
  private final Snippets snippets;

  EditorField(Language language, EditorRules rules) {
    this.rules = rules;
    this.snippets = new Snippets(language);
  }

  ObjectNode of(Field field, Mapping part) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("description", FieldMarkdown.plain(field.description()));
    node.put("markdownDescription", FieldMarkdown.besideSchema(field));
    if (field.isRemoved()) {
      return node.put("doNotSuggest", true);
    }
    Optional<Tree> type = type(field);
    type.ifPresent(value -> node.set("type", Json.of(value)));
    List<JsonNode> offered = snippets.of(field);
    if (!offered.isEmpty()) {
      node.putArray("defaultSnippets").addAll(offered);
    }
    ObjectNode own = rules.of(part);
    own.remove("defaultSnippets");
    if (own.has("$ref") || !type.map(EditorField::isScalar).orElse(false)) {
      node.putArray("allOf").add(own);
    } else {
      own.remove("type");
      node.setAll(own);
    }
    return node;
  }

  private static Optional<Tree> type(Field field) {
    return field.parts().stream().flatMap(part -> part.get("type").stream()).findFirst();
  }

  private static boolean isScalar(Tree type) {
    String words = Json.of(type).toString();
    return !words.contains("array") && !words.contains("object");
  }
}
