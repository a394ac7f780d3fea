package dev.fairlead.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds the parts of the schema that errors are from. */
record SchemaErrors(JsonNode schema) {
  boolean isQuantity(JsonNode owner) {
    return owner == schema.at("/definitions/quantity");
  }

  /** The keys that the mapping which the error is about may have. */
  List<String> properties(Error error) {
    return List.copyOf(parent(error).path("properties").propertyNames());
  }

  static boolean inAnyOf(Error error) {
    return error.getEvaluationPath().toString().contains("/anyOf/");
  }

  /** The keys that the branches of oneOf or anyOf require. */
  static List<String> requiredIn(JsonNode branches) {
    return branches
        .valueStream()
        .flatMap(branch -> branch.path("required").valueStream())
        .map(JsonNode::toString)
        .toList();
  }

  JsonNode resolve(JsonNode node) {
    JsonNode ref = node.path("$ref");
    return ref.isString() ? schema.at(ref.stringValue().substring(1)) : node;
  }

  JsonNode schemaNode(Error error) {
    return walk(error, 0);
  }

  JsonNode parent(Error error) {
    return walk(error, 1);
  }

  /** The part of the schema that the error is from, or that many steps above it. */
  JsonNode walk(Error error, int up) {
    NodePath path = error.getSchemaLocation().getFragment();
    JsonNode node = schema;
    for (int i = 0; i < path.getNameCount() - up; i++) {
      node =
          path.getElement(i) instanceof Integer index
              ? node.path(index)
              : node.path(String.valueOf(path.getElement(i)));
    }
    return node;
  }
}
