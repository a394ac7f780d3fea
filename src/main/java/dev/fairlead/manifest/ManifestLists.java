package dev.fairlead.manifest;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists of manifests: objects with items and a kind that ends in List. See <a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/#collections">Collections</a>.
 */
public final class ManifestLists {
  private static final String SUFFIX = "List";

  private ManifestLists() {}

  /** The items of a list and of nested lists as separate documents; else the document itself. */
  public static List<Document> flatten(Document document) {
    List<Document> documents = new ArrayList<>();
    for (Tree object : flatten(document.root())) {
      documents.add(new Document(document.file(), object));
    }
    return documents;
  }

  /** The same for a part of a document. */
  public static List<Tree> flatten(Tree object) {
    List<Tree> objects = new ArrayList<>();
    addTo(objects, object);
    return objects;
  }

  private static void addTo(List<Tree> objects, Tree object) {
    if (object instanceof Mapping list && isList(list)) {
      for (Tree item : list.list("items")) {
        addTo(objects, item instanceof Mapping mapping ? completed(mapping, list) : item);
      }
    } else {
      objects.add(object);
    }
  }

  /** Whether a mapping is a list of objects. Items of custom resources may be anything. */
  private static boolean isList(Mapping list) {
    String kind = list.text("kind").orElse("");
    return list.find("items") instanceof Sequence items
        && (kind.equals(SUFFIX)
            || kind.endsWith(SUFFIX) && items.items().size() == list.mappings("items").size());
  }

  /** An item with the kind of its list, which kubectl also adds if the item has none. */
  private static Mapping completed(Mapping item, Mapping list) {
    String kind = list.text("kind").orElse("").replaceFirst(SUFFIX + "$", "");
    boolean typed = !kind.isEmpty() && list.has("apiVersion");
    if (!typed || item.has("kind") || item.has("apiVersion")) {
      return item;
    }
    MappingBuilder all = new MappingBuilder(item);
    put(all, list, "apiVersion", list.find("apiVersion"));
    put(all, list, "kind", Scalar.string(kind, list.spanOf("kind")));
    return all.build(item.span());
  }

  private static void put(MappingBuilder item, Mapping list, String key, Tree value) {
    Span place = list.keySpan(key).orElseThrow();
    item.put(key, place.start(), place.end(), value);
  }
}
