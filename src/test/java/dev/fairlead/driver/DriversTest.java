package dev.fairlead.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class DriversTest {
  private static final JsonNode CATALOGUE =
      YAMLMapper.shared().readTree(Path.of("drivers/catalogue.yaml")).get("drivers");

  /** A driver of the catalogue; its name is shown. */
  record Entry(String name, JsonNode facts) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Entry> entries() {
    return CATALOGUE.valueStream().map(driver -> new Entry(driver.get("name").asString(), driver));
  }

  @Test
  void theCatalogueConformsToItsSchema() throws IOException {
    String schema = Files.readString(Path.of("schemas/drivers.v1.schema.json"));
    String catalogue = Files.readString(Path.of("drivers/catalogue.yaml"));
    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(schema)
            .validate(catalogue, InputFormat.YAML));
  }

  @Test
  void thereAreManyDrivers() {
    assertTrue(CATALOGUE.size() >= 40, CATALOGUE.size() + " drivers");
    List<String> names = new ArrayList<>();
    for (JsonNode driver : CATALOGUE) {
      names.add(driver.get("name").asString());
      driver.path("also").forEach(name -> names.add(name.asString()));
    }
    assertEquals(names.stream().sorted().distinct().toList(), Drivers.names());
    assertEquals(names.size(), Drivers.names().size(), "a name appears twice");
  }

  /** Editors suggest them. */
  @Test
  void theSchemaForEditorsSuggestsThem() {
    List<String> suggested = new ArrayList<>();
    YAMLMapper.shared()
        .readTree(Path.of("schemas/editor.v1.schema.json"))
        .at("/definitions/source.csi/properties/driver/defaultSnippets")
        .forEach(snippet -> suggested.add(snippet.get("label").asString()));
    List<String> names = new ArrayList<>(Drivers.names());
    names.removeIf(name -> Drivers.of(name).orElseThrow().storage() == Storage.INLINE);
    assertEquals(names, suggested);
  }

  @Test
  void theDocumentationListsThem() throws IOException {
    String text = Files.readString(Path.of("docs", "drivers.md"));
    for (String name : Drivers.names()) {
      assertTrue(text.contains("`" + name + "`"), name);
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyExampleIsAHandle(Entry entry) {
    List<JsonNode> parts = new ArrayList<>(List.of(entry.facts));
    entry.facts.path("variants").forEach(parts::add);
    for (JsonNode part : parts) {
      for (JsonNode example : part.path("handle").path("examples")) {
        String volume = volume(entry.facts, part, example.asString());
        Cli.Result result = Cli.run(List.of("verify", "-"), volume);
        assertEquals("", result.out(), volume);
        assertEquals(0, result.code());
      }
    }
  }

  /** A volume of a driver, with what the driver needs. */
  private static String volume(JsonNode driver, JsonNode part, String handle) {
    JsonNode topology = part.has("topology") ? part.get("topology") : driver.path("topology");
    JsonNode needs = part.has("needs") ? part.get("needs") : driver.path("needs");
    JsonNode modes = part.has("modes") ? part.get("modes") : driver.path("modes");
    List<String> attributes = new ArrayList<>();
    needs.path("attributes").forEach(name -> attributes.add(name.asString().split(" or ")[0]));
    if (part.has("attribute")) {
      attributes.add(part.get("attribute").asString());
    }
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: a}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [%s]
            """
                .formatted(modes.path("filesystem").path(0).asString("ReadWriteOnce")));
    if (topology.has("keys")) {
      yaml.append("  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [")
          .append(
              "{key: %s, operator: In, values: [%s]}]}]}}\n"
                  .formatted(topology.get("keys").get(0).asString(), zone(driver, handle)));
    }
    yaml.append(
        "  csi:\n    driver: %s\n    volumeHandle: \"%s\"\n"
            .formatted(driver.get("name").asString(), handle));
    if (!attributes.isEmpty()) {
      yaml.append(
          "    volumeAttributes: {%s: \"true\"}\n"
              .formatted(String.join(": \"true\", ", attributes)));
    }
    needs
        .path("secrets")
        .forEach(
            secret ->
                yaml.append(
                    "    %s: {name: s, namespace: storage}\n".formatted(secret.asString())));
    return yaml.toString();
  }

  private static String zone(JsonNode driver, String handle) {
    Driver known = Drivers.of(driver.get("name").asString()).orElseThrow();
    return known.handle().orElseThrow().zoneOf(handle).orElse("a");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyDriverIsExplained(Entry entry) {
    Cli.Result result = Cli.run("explain", entry.name);
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith(entry.name + ": "), result.out());
    assertTrue(result.out().contains(entry.facts.get("page").asString()), result.out());
  }

  @Test
  void onlySomeNamesMayHaveAPrefix() {
    assertTrue(Drivers.of("rook-ceph.rbd.csi.ceph.com").isPresent());
    assertTrue(Drivers.of("a.b.cephfs.csi.ceph.com").isPresent());
    assertFalse(Drivers.of("mine.ebs.csi.aws.com").isPresent());
    assertFalse(Drivers.of("").isPresent());
    assertFalse(Drivers.of("ceph.com.").isPresent());
  }

  @Test
  void aSlipIsOneLetter() {
    assertEquals(Optional.of("csi.hetzner.cloud"), Drivers.meant("csi.hetzner.clowd"));
    assertEquals(Optional.of("csi.juicefs.com"), Drivers.meant("csi.juicfes.com"));
    assertEquals(Optional.empty(), Drivers.meant("csi.juicy.com"));
    // ebs and efs are as near.
    assertEquals(Optional.empty(), Drivers.meant("exs.csi.aws.com"));
  }

  @Test
  void aVariantReplacesWhatItNames() {
    Driver ebs = Drivers.of("ebs.csi.aws.com").orElseThrow();
    assertEquals(Storage.DISK, ebs.storage());
    assertTrue(ebs.topology().needed());
    Driver local = ebs.variants().get(0).driver();
    assertEquals(Storage.NODE, local.storage());
    assertFalse(local.topology().needed());
    assertEquals(ebs.rawDevices(), local.rawDevices());
  }
}
