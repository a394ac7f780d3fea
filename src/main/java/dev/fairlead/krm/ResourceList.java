package dev.fairlead.krm;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.document.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a client of KRM functions writes and reads. */
record ResourceList(JsonNode root) {
  static final String API_VERSION = "config.kubernetes.io/v1";

  static boolean is(JsonNode root) {
    return Objects.text(root, "/kind").equals("ResourceList");
  }

  SourceFile file() {
    return Node.placeOf(root).file();
  }

  List<JsonNode> items() {
    return root.path("items").valueStream().toList();
  }

  Optional<JsonNode> functionConfig() {
    return Optional.of(root.path("functionConfig")).filter(JsonNode::isObject);
  }

  /** The specs in it, the function config among them. */
  List<JsonNode> specs() {
    return Stream.concat(functionConfig().stream(), items().stream())
        .filter(Objects::isSpec)
        .toList();
  }
}
