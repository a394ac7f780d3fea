package dev.fairlead.source;

import dev.fairlead.document.Document;
import dev.fairlead.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Lists of manifests: whatever is of a kind that ends in List and has items. See <a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/#collections">Collections</a>.
 */
public final class ManifestLists {
  private ManifestLists() {}

  /** The items of a list, and of lists in it, as documents of their own. */
  public static Stream<Document> flatten(Document document) {
    JsonNode root = document.root();
    String kind = root.path("kind").asString("");
    return kind.endsWith("List") && root.path("items").isArray()
        ? root.path("items")
            .valueStream()
            .filter(JsonNode::isObject)
            .map(item -> new Document(document.file(), completed(item, root)))
            .flatMap(ManifestLists::flatten)
        : Stream.of(document);
  }

  /** An item with the kind that its list is of; kubectl, too, adds it where it is left out. */
  private static JsonNode completed(JsonNode item, JsonNode list) {
    String kind = list.path("kind").asString("").replaceFirst("List$", "");
    boolean typed = !kind.isEmpty() && list.has("apiVersion");
    if (!typed || item.has("kind") || item.has("apiVersion")) {
      return item;
    }
    Map<String, JsonNode> children = new LinkedHashMap<>();
    item.properties().forEach(entry -> children.put(entry.getKey(), entry.getValue()));
    children.put("apiVersion", list.get("apiVersion"));
    children.put("kind", new Node.Text(kind, Node.placeOf(list.get("kind"))));
    return new Node.Mapping(children, Node.placeOf(item));
  }
}
