package dev.fairlead.folder;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A field with another value than before, as deep as the two trees have the same shape; {@code
 * place} is where it stood before, or what it was to stand in.
 */
record Difference(String path, Optional<JsonNode> before, Optional<JsonNode> after, Span place) {

  /** The first two steps of the path: the field of the spec that it is in. */
  String field() {
    return Arrays.stream(path.split("[.\\[]")).limit(2).collect(Collectors.joining("."));
  }

  /** All differences below a key. */
  static List<Difference> between(JsonNode before, JsonNode after, String key) {
    List<Difference> differences = new ArrayList<>();
    collectField(key, key, before, after, differences);
    return differences;
  }

  private static void collectField(
      String path, String key, JsonNode before, JsonNode after, List<Difference> differences) {
    JsonNode old = before.get(key);
    JsonNode now = after.get(key);
    if (old == null || now == null) {
      if (old != now) {
        Span place = old == null ? Node.placeOf(before).key() : Node.placeOf(old).key();
        differences.add(
            new Difference(path, Optional.ofNullable(old), Optional.ofNullable(now), place));
      }
      return;
    }
    collect(path, old, now, differences);
  }

  private static void collect(
      String path, JsonNode before, JsonNode after, List<Difference> differences) {
    if (before.isObject() && after.isObject()) {
      Set<String> keys = new LinkedHashSet<>(before.propertyNames());
      keys.addAll(after.propertyNames());
      for (String key : keys) {
        collectField(path + "." + key, key, before, after, differences);
      }
    } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        collect(path + "[" + i + "]", before.get(i), after.get(i), differences);
      }
    } else if (!before.equals(after)) {
      differences.add(
          new Difference(
              path, Optional.of(before), Optional.of(after), Node.placeOf(before).value()));
    }
  }
}
