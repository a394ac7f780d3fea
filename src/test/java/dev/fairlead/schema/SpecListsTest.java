package dev.fairlead.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists of a spec are the same wherever they are named. */
class SpecListsTest {
  private static final JsonNode SCHEMA =
      JsonMapper.shared().readTree(Path.of("schemas/storage.v1.schema.json"));

  private static Set<String> lists() {
    return SCHEMA
        .get("properties")
        .propertyStream()
        .filter(property -> property.getValue().path("type").asString("").equals("array"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aSpecOfOneListIsEnough() {
    assertEquals(
        lists(),
        SCHEMA
            .get("anyOf")
            .valueStream()
            .map(choice -> choice.at("/required/0").asString())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void messagesNameTheItemsOfEveryList() {
    assertEquals(lists(), new TreeSet<>(SpecPath.LISTS));
  }

  @Test
  void kustomizeMergesEveryListByName() {
    JsonNode keys = JsonMapper.shared().readTree(Path.of("kustomize/merge-keys.json"));
    assertEquals(
        lists(),
        new TreeSet<>(keys.at("/definitions/dev.fairlead.v1.Storage/properties").propertyNames()));
  }
}
