package dev.fairlead.editor;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fields that depend on others, which rules of {@code check} report otherwise. */
final class Presence {
  private static final String STORAGE =
      """
      {
        "if": {
          "not": {
            "required": ["defaults"],
            "properties": {"defaults": {"required": ["storage"]}}
          }
        },
        "then": {
          "properties": {
            "volumes": {
              "doNotSuggest": true,
              "items": {
                "required": ["storage"],
                "errorMessage": "No storage: write the size of the volume, here or in defaults"
              }
            }
          }
        }
      }
      """;

  private static final String BINDING =
      """
      {
        "if": {
          "required": ["bindTo", "reserve"],
          "properties": {"reserve": {"not": {"const": false}}}
        },
        "then": {
          "properties": {"bindTo": false},
          "errorMessage": "reserve makes a claim of its own: write either reserve or bindTo"
        }
      }
      """;

  private Presence() {}

  /** Adds the rules to a schema. */
  static void addTo(ObjectNode schema) {
    Required.all(schema).add(JsonMapper.shared().readTree(STORAGE));
    for (String definition : new String[] {"volume", "volumeOfDefaults"}) {
      ObjectNode volume = (ObjectNode) schema.get("definitions").get(definition);
      Required.all(volume).add(JsonMapper.shared().readTree(BINDING));
    }
  }
}
