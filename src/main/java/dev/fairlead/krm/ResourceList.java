package dev.fairlead.krm;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.normalize.Trees;
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

  /** What clients never write, and what could not be handed through unharmed. */
  void check(Diagnostics diagnostics) {
    JsonNode items = root.path("items");
    if (!items.isMissingNode() && !items.isNull() && !items.isArray()) {
      diagnostics.add(
          Code.WRONG_TYPE,
          Node.placeOf(items).value(),
          "items of the ResourceList is not a list",
          "hand over a list of objects, or none");
    }
    boolean shared =
        Stream.concat(Stream.of(items, root.path("functionConfig")), items().stream())
            .filter(JsonNode::isContainer)
            .anyMatch(Trees::isMarked);
    List<Span> cut = items().stream().filter(Objects::isSpec).map(ResourceList::extent).toList();
    boolean needed =
        items().stream()
            .filter(item -> !Objects.isSpec(item))
            .anyMatch(item -> cut.stream().anyMatch(spec -> refersTo(spec, item)));
    if (shared || needed) {
      diagnostics.add(
          Code.BAD_ALIAS,
          file().whole(),
          "the ResourceList has YAML anchors that changes of its text would break",
          "write out what the aliases stand for");
    }
  }

  private static Span extent(JsonNode node) {
    return Node.placeOf(node).value();
  }

  /** Whether a part of the item stands in another object. */
  private static boolean refersTo(Span other, JsonNode item) {
    return other.contains(extent(item)) || item.valueStream().anyMatch(c -> refersTo(other, c));
  }

  /** The specs in it, the function config among them. */
  List<JsonNode> specs() {
    return Stream.concat(functionConfig().stream(), items().stream())
        .filter(Objects::isSpec)
        .toList();
  }
}
