package dev.fairlead.editor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields a mapping must have. Beside the fields, the rule makes a server offer the name of
 * the definition as a suggestion, so it stands apart.
 */
final class Required {
  private Required() {}

  /** Moves the rule into {@code allOf}. */
  static void separate(ObjectNode rules) {
    if (rules.has("properties") && rules.has("required") && !rules.has("errorMessage")) {
      JsonNode names = rules.remove("required");
      all(rules).add(JsonMapper.shared().createObjectNode().set("required", names));
    }
  }

  /** The rules that count together with the others of a part. */
  static ArrayNode all(ObjectNode rules) {
    return rules.get("allOf") instanceof ArrayNode there ? there : rules.putArray("allOf");
  }
}
