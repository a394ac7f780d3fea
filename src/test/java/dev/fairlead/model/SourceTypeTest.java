package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of sources agrees with the schema and with the template. */
class SourceTypeTest {
  private static final Pattern PRINTED =
      Pattern.compile("\\{\\{#(\\w+)}}\n  (\\1):\n    \\{\\{> tree}}");

  private final JsonNode definitions =
      JsonMapper.shared().readTree(Path.of("schemas/storage.v1.schema.json")).get("definitions");
  private final JsonNode volume = definitions.get("volume");

  private static List<String> served() {
    return Arrays.stream(SourceType.values())
        .filter(SourceType::isServed)
        .map(SourceType::toString)
        .sorted()
        .toList();
  }

  private static List<String> removed() {
    return Arrays.stream(SourceType.values())
        .filter(type -> !type.isServed())
        .map(SourceType::toString)
        .sorted()
        .toList();
  }

  @Test
  void theSchemaDefinesWhatIsServed() {
    assertEquals(
        served(),
        definitions.propertyNames().stream()
            .filter(name -> name.startsWith("source."))
            .map(name -> name.substring("source.".length()))
            .sorted()
            .toList());
    for (String source : served()) {
      String definition = volume.get("properties").get(source).get("$ref").asString();
      assertEquals("#/definitions/source." + source, definition);
    }
  }

  @Test
  void theSchemaRejectsRemovedSources() {
    assertEquals(
        removed(),
        volume.get("properties").propertyNames().stream()
            .filter(key -> volume.get("properties").get(key).has("not"))
            .sorted()
            .toList());
  }

  @Test
  void aVolumeHasOneSource() {
    assertEquals(
        SourceType.keys(),
        volume
            .get("oneOf")
            .valueStream()
            .map(choice -> choice.get("required").get(0).asString())
            .sorted()
            .toList());
  }

  /** In the defaults, a source has the same fields, and none is required. */
  @Test
  void theDefaultsKnowEverySource() {
    for (String source : served()) {
      JsonNode whole = definitions.get("source." + source).get("properties");
      JsonNode shared = definitions.get("default." + source);
      assertEquals(
          List.copyOf(whole.propertyNames()),
          List.copyOf(shared.get("properties").propertyNames()));
      assertFalse(shared.has("required"), source);
      for (String owner : List.of("defaults", "volumeOfDefaults")) {
        JsonNode property = definitions.get(owner).get("properties").get(source);
        assertEquals("#/definitions/default." + source, property.get("$ref").asString());
      }
    }
  }

  /** A volume beside a source in the defaults has the same fields as any other. */
  @Test
  void aVolumeHasTheSameFieldsBesideDefaults() {
    assertEquals(
        List.copyOf(volume.get("properties").propertyNames()),
        List.copyOf(definitions.get("volumeOfDefaults").get("properties").propertyNames()));
  }

  @Test
  void theTemplatePrintsWhatIsServed() throws IOException {
    String template = Files.readString(Path.of("templates/PersistentVolume.mustache"));
    TreeSet<String> printed =
        PRINTED
            .matcher(template)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    printed.remove("nodeAffinity");
    assertEquals(served(), List.copyOf(printed));
  }

  /** No rule asks for a field that the schema does not know. */
  @Test
  void theHandleIsAFieldOfTheSource() {
    for (SourceType type : SourceType.values()) {
      if (type.handleField().isPresent()) {
        JsonNode fields = definitions.get("source." + type).get("properties");
        assertTrue(fields.has(type.handleField().get()), type.toString());
      }
    }
  }

  @Test
  void aSourceIsFoundByItsKey() {
    for (SourceType type : SourceType.values()) {
      assertEquals(Optional.of(type), SourceType.of(type.toString()));
    }
    assertEquals(Optional.empty(), SourceType.of("emptyDir"));
  }
}
