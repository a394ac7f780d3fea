package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.document.Place;
import dev.fairlead.model.At;
import dev.fairlead.model.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A mapping of the document, read field by field. A field of the wrong type counts as absent: the
 * schema has reported it.
 */
record Fields(JsonNode node, Place place) {

  static Fields of(JsonNode node) {
    return new Fields(node, Node.placeOf(node));
  }

  /** A mapping without fields, in the place of one that is missing here. */
  Fields none() {
    return new Fields(new Node.Mapping(Map.of(), place), place);
  }

  /** The key that holds this mapping, or its first line in a list. */
  Span span() {
    return place.key();
  }

  /** The whole mapping. */
  Span extent() {
    return place.value();
  }

  boolean has(String key) {
    return node.has(key);
  }

  Optional<JsonNode> value(String key) {
    return Optional.ofNullable(node.get(key));
  }

  Optional<Span> keySpan(String key) {
    JsonNode value = node.get(key);
    return value == null ? Optional.empty() : Optional.of(Node.placeOf(value).key());
  }

  Optional<At<String>> text(String key) {
    JsonNode value = node.path(key);
    return value.isString() ? Optional.of(text(value)) : Optional.empty();
  }

  /** The string under a key without its place. */
  String textOr(String key, String otherwise) {
    JsonNode value = node.path(key);
    return value.isString() ? value.stringValue() : otherwise;
  }

  private static At<String> text(JsonNode value) {
    return new At<>(value.stringValue(), Node.placeOf(value).value());
  }

  /** A string, or a number as its digits: what reads and writes YAML may turn 1e9 into them. */
  Optional<At<String>> textOrNumber(String key) {
    JsonNode value = node.path(key);
    return value.isString() || value.isNumber()
        ? Optional.of(new At<>(Trees.digits(value), Node.placeOf(value).value()))
        : Optional.empty();
  }

  boolean isTrue(String key) {
    JsonNode value = node.path(key);
    return value.isBoolean() && value.booleanValue();
  }

  boolean isFalse(String key) {
    JsonNode value = node.path(key);
    return value.isBoolean() && !value.booleanValue();
  }

  Optional<Fields> mapping(String key) {
    JsonNode value = node.path(key);
    return value.isObject() ? Optional.of(of(value)) : Optional.empty();
  }

  /** The mappings in the list under a key. */
  List<Fields> mappings(String key) {
    List<Fields> mappings = new ArrayList<>();
    for (JsonNode item : items(key)) {
      if (item.isObject()) {
        mappings.add(of(item));
      }
    }
    return mappings;
  }

  /** The strings in the list under a key. */
  List<At<String>> texts(String key) {
    List<At<String>> texts = new ArrayList<>();
    for (JsonNode item : items(key)) {
      if (item.isString()) {
        texts.add(text(item));
      }
    }
    return texts;
  }

  private Iterable<JsonNode> items(String key) {
    JsonNode value = node.path(key);
    return value.isArray() ? value : List.of();
  }

  /** The strings of the mapping under a key, such as labels. */
  Map<String, String> strings(String key) {
    Map<String, String> strings = new HashMap<>();
    JsonNode map = node.path(key);
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      if (entry.getValue().isString()) {
        strings.put(entry.getKey(), entry.getValue().stringValue());
      }
    }
    return strings;
  }

  /** The same over others, which come back as they are where there are none here. */
  Map<String, String> strings(String key, Map<String, String> others) {
    Map<String, String> own = strings(key);
    if (own.isEmpty()) {
      return others;
    }
    Map<String, String> all = new HashMap<>(others);
    all.putAll(own);
    return all;
  }

  /** The entries of this mapping by key: a mapping has no order, and kustomize sorts its keys. */
  List<Map.Entry<String, JsonNode>> entries() {
    Map<String, JsonNode> sorted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      sorted.put(entry.getKey(), entry.getValue());
    }
    return List.copyOf(sorted.entrySet());
  }

  Optional<Tree.Mapping> tree(String key) {
    JsonNode value = node.path(key);
    return value.isObject() ? Optional.of(Trees.mapping(value)) : Optional.empty();
  }
}
