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
    return value(key).map(value -> Node.placeOf(value).key());
  }

  Optional<At<String>> text(String key) {
    return value(key)
        .filter(JsonNode::isString)
        .map(value -> new At<>(value.stringValue(), Node.placeOf(value).value()));
  }

  /** A string, or a number as its digits: what reads and writes YAML may turn 1e9 into them. */
  Optional<At<String>> textOrNumber(String key) {
    return value(key)
        .filter(value -> value.isString() || value.isNumber())
        .map(value -> new At<>(Trees.digits(value), Node.placeOf(value).value()));
  }

  boolean isTrue(String key) {
    return value(key).filter(JsonNode::isBoolean).map(JsonNode::booleanValue).orElse(false);
  }

  boolean isFalse(String key) {
    return value(key).filter(JsonNode::isBoolean).map(value -> !value.booleanValue()).orElse(false);
  }

  Optional<Fields> mapping(String key) {
    return value(key).filter(JsonNode::isObject).map(Fields::of);
  }

  /** The mappings in the list under a key. */
  List<Fields> mappings(String key) {
    List<Fields> items = new ArrayList<>();
    value(key)
        .filter(JsonNode::isArray)
        .ifPresent(
            list ->
                list.valueStream().filter(JsonNode::isObject).map(Fields::of).forEach(items::add));
    return items;
  }

  /** The strings in the list under a key. */
  List<At<String>> texts(String key) {
    List<At<String>> items = new ArrayList<>();
    value(key)
        .filter(JsonNode::isArray)
        .ifPresent(
            list ->
                list.valueStream()
                    .filter(JsonNode::isString)
                    .map(item -> new At<>(item.stringValue(), Node.placeOf(item).value()))
                    .forEach(items::add));
    return items;
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

  /** The entries of this mapping by key: a mapping has no order, and kustomize sorts its keys. */
  List<Map.Entry<String, JsonNode>> entries() {
    return node.properties().stream().sorted((a, b) -> a.getKey().compareTo(b.getKey())).toList();
  }

  Optional<Tree.Mapping> tree(String key) {
    return mapping(key).map(map -> Trees.mapping(map.node()));
  }
}
