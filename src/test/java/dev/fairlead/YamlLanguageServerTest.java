package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.driver.Drivers;
import dev.fairlead.explain.Field;
import dev.fairlead.explain.Language;
import dev.fairlead.testing.External;
import dev.fairlead.testing.YamlLanguageServer;
import dev.fairlead.testing.YamlLanguageServer.Completion;
import dev.fairlead.testing.YamlLanguageServer.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor with the real yaml-language-server and our schema shows. */
class YamlLanguageServerTest {
  private static final String HEAD =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata:
        name: shop
      """;
  private static final String VOLUME = HEAD + "volumes:\n  - name: data\n    storage: 50Gi\n";
  private static final String SOURCE =
      "    csi:\n      driver: ebs.csi.aws.com\n      volumeHandle: vol-0a1b2c3d4e5f60718\n";
  private static final String WORKLOAD = HEAD + "workloads:\n  - name: web\n";
  private static final String CONTAINER =
      WORKLOAD + "    containers:\n      - name: app\n        image: nginx:1.27\n";

  private static YamlLanguageServer server;

  @BeforeAll
  static void start() throws IOException {
    External.require("yaml-language-server");
    server = YamlLanguageServer.start(Path.of("schemas", "editor.v1.schema.json"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<Arguments> mappings() {
    return Stream.of(
        Arguments.of("", HEAD + "¦"),
        Arguments.of("metadata", "metadata:\n  ¦"),
        Arguments.of("defaults", HEAD + "defaults:\n  ¦"),
        Arguments.of("volumes", VOLUME + "    ¦"),
        Arguments.of("volumes", HEAD + "volumes:\n  - ¦"),
        Arguments.of("volumes.csi", VOLUME + "    csi:\n      ¦"),
        Arguments.of("volumes.nfs", VOLUME + "    nfs:\n      ¦"),
        Arguments.of("volumes.reserve", VOLUME + "    reserve:\n      ¦"),
        Arguments.of("volumes.bindTo", VOLUME + "    bindTo:\n      ¦"),
        Arguments.of("claims", HEAD + "claims:\n  - name: a\n    ¦"),
        Arguments.of("workloads", WORKLOAD + "    ¦"),
        Arguments.of("workloads.containers", CONTAINER + "        ¦"),
        Arguments.of(
            "workloads.containers.mounts",
            CONTAINER + "        mounts:\n          /data:\n            ¦"),
        Arguments.of("workloads.podSpec", WORKLOAD + "    podSpec:\n      ¦"),
        Arguments.of("workloads.spec", WORKLOAD + "    kind: Deployment\n    spec:\n      ¦"));
  }

  /** Each offered key is inserted with a colon, has a text, and is no removed field. */
  @ParameterizedTest
  @MethodSource("mappings")
  void keysAreInsertedWithAColon(String path, String text) throws IOException {
    Language language = new Language();
    Map<String, Field> fields = new TreeMap<>();
    Field owner = path.isEmpty() ? language.root() : language.at(path).orElseThrow();
    language.fields(owner).forEach(field -> fields.put(field.name(), field));
    List<String> keys = new ArrayList<>();
    for (Completion item : server.complete(text)) {
      if (fields.containsKey(item.label())) {
        assertTrue(item.text().startsWith(item.label() + ":"), item.toString());
        assertTrue(item.documented(), item.toString());
        assertFalse(fields.get(item.label()).isRemoved(), item.toString());
        assertFalse(keys.contains(item.label()), item + " is offered twice");
        keys.add(item.label());
      }
    }
    List<String> expected =
        fields.values().stream()
            .filter(field -> !field.isRemoved())
            .map(Field::name)
            .filter(name -> !text.matches("(?s).*\\b" + name + ":.*"))
            .filter(name -> !path.equals("workloads.spec"))
            .toList();
    assertTrue(keys.containsAll(expected), keys + " instead of " + expected);
    assertFalse(keys.isEmpty());
  }

  static Stream<Arguments> hovers() {
    return Stream.of(
        Arguments.of("metadata.name", HEAD.replace("name:", "na¦me:")),
        Arguments.of("metadata.namespace", HEAD + "  ¦namespace: shop\n"),
        Arguments.of("volumes", VOLUME.replace("volumes", "vol¦umes")),
        Arguments.of("volumes.name", VOLUME.replace("name: data", "¦name: data")),
        Arguments.of("volumes.storage", VOLUME.replace("storage: 5", "¦storage: 5")),
        Arguments.of("volumes.csi", VOLUME + SOURCE.replace("csi:\n", "¦csi:\n")),
        Arguments.of("volumes.csi.driver", VOLUME + SOURCE.replace("driver", "¦driver")),
        Arguments.of("volumes.csi.volumeHandle", VOLUME + SOURCE.replace("volumeH", "¦volumeH")),
        Arguments.of(
            "volumes.csi.nodeStageSecretRef",
            VOLUME + SOURCE + "      ¦nodeStageSecretRef: {name: a, namespace: b}\n"),
        Arguments.of("volumes.reserve", VOLUME + "    ¦reserve: true\n"),
        Arguments.of("volumes.reserve.name", VOLUME + "    reserve:\n      ¦name: a\n"),
        Arguments.of("volumes.bindTo", VOLUME + "    ¦bindTo: archive\n"),
        Arguments.of("volumes.accessModes", VOLUME + "    ¦accessModes: [ReadWriteOnce]\n"),
        Arguments.of("volumes.reclaimPolicy", VOLUME + "    ¦reclaimPolicy: Retain\n"),
        Arguments.of(
            "volumes.volumeAttributesClassName", VOLUME + "    ¦volumeAttributesClassName: fast\n"),
        Arguments.of("volumes.topology", VOLUME + "    ¦topology:\n      zone: a\n"),
        Arguments.of("volumes.labels", VOLUME + "    ¦labels:\n      a: b\n"),
        Arguments.of("volumes.cephfs", VOLUME + "    ¦cephfs: {}\n"),
        Arguments.of("claims.storageClassName", HEAD + "claims:\n  - ¦storageClassName: a\n"),
        Arguments.of("claims.selector", HEAD + "claims:\n  - ¦selector: {}\n"),
        Arguments.of("workloads.kind", WORKLOAD + "    ¦kind: Pod\n"),
        Arguments.of("workloads.containers.image", CONTAINER.replace("image", "¦image")),
        Arguments.of("workloads.containers.mounts", CONTAINER + "        ¦mounts: {/data: data}\n"),
        Arguments.of(
            "workloads.containers.mounts.claim",
            CONTAINER + "        mounts:\n          /data: {¦claim: data}\n"));
  }

  /** A hover is the text that explain has about this very field. */
  @ParameterizedTest
  @MethodSource("hovers")
  void aHoverIsTheTextOfTheField(String path, String text) throws IOException {
    Field field = new Language().at(path).orElseThrow();
    String hover = server.hover(text);
    assertTrue(hover.contains("\n" + field.description() + "\n"), hover);
    String absent = field.ifAbsent().map(value -> "Default: " + value + ".").orElse("");
    assertTrue(hover.contains(absent), hover);
    assertTrue(hover.contains(field.link().orElse("")), hover);
    for (Field.Value value : field.values()) {
      assertTrue(hover.contains("`" + value.text() + "`: "), hover);
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(VOLUME, 6, "n", "No volume source"),
        Arguments.of(
            VOLUME + SOURCE + "    nfs:\n      server: s\n      path: /x\n",
            11,
            "nfs",
            "csi is there already"),
        Arguments.of(
            VOLUME.replace("50Gi", "50GB") + SOURCE, 7, "50GB", "a size such as 50Gi, 500Mi"),
        Arguments.of(
            VOLUME.replace("    storage: 50Gi\n", "") + SOURCE, 6, "n", "No storage: write"),
        Arguments.of(
            VOLUME + SOURCE + "    reserve: true\n    bindTo: c\n",
            12,
            "bindTo",
            "either reserve or bindTo"),
        Arguments.of(
            VOLUME + SOURCE.replace("volumeHandle", "volumeHandel"),
            10,
            "volumeHandel",
            "Property volumeHandel is not allowed"),
        Arguments.of(
            VOLUME + "    cephfs:\n      monitors: [a]\n",
            8,
            "cephfs",
            "use csi with the driver cephfs.csi.ceph.com"),
        Arguments.of(
            VOLUME + "    csi:\n      driver: ebs.csi.aws.com\n",
            8,
            "csi",
            "Missing property \"volumeHandle\""),
        Arguments.of(
            VOLUME + SOURCE + "    reclaimPolicy: Keep\n",
            11,
            "Keep",
            "\"Retain\", \"Delete\", \"Recycle\""),
        Arguments.of(
            VOLUME + SOURCE + "    accessModes: ReadWriteOnce\n",
            11,
            "ReadWriteOnce",
            "Expected \"array\""),
        Arguments.of(
            VOLUME.replace("name: data", "name: Data") + SOURCE,
            6,
            "Data",
            "lower-case letters, digits"),
        Arguments.of(VOLUME + SOURCE + "    reserve: \"yes\"\n", 11, "\"yes\"", "boolean, object"),
        Arguments.of(HEAD, 1, "a", "None of volumes, claims, workloads"),
        Arguments.of(
            CONTAINER + "        mounts:\n          /data: {volume: a, claim: b}\n",
            11,
            "claim",
            "volume is there already"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedAtItsPlace(String text, int line, String token, String words)
      throws IOException {
    List<Mark> marks = server.check(text);
    assertTrue(
        marks.stream()
            .anyMatch(
                mark ->
                    mark.line() == line
                        && mark.token().equals(token)
                        && mark.message().contains(words)),
        marks.toString());
    assertTrue(marks.size() <= 2, marks.toString());
  }

  @Test
  void aGoodSpecHasNoMarks() throws IOException {
    assertEquals(List.of(), server.check(VOLUME + SOURCE + "    reserve: true\n"));
  }

  @Test
  void volumesBeginWithANameAndASource() throws IOException {
    Completion volumes = only("volumes", server.complete(HEAD + "¦"));
    assertTrue(volumes.text().startsWith("volumes:\n  - name: "), volumes.text());
    assertTrue(volumes.text().contains("    csi:\n      driver: "), volumes.text());
    assertFalse(volumes.text().contains("reclaimPolicy"), volumes.text());
  }

  @Test
  void reserveIsTrueFirst() throws IOException {
    assertEquals("reserve: true", only("reserve", server.complete(VOLUME + "    ¦")).text());
    assertEquals("true", server.complete(VOLUME + "    reserve: ¦").get(0).label());
  }

  @Test
  void aSourceBringsWhatItRequires() throws IOException {
    assertEquals(
        "csi:\n  driver: $1\n  volumeHandle: $2",
        only("csi", server.complete(VOLUME + "    ¦")).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ebs.csi.aws.com", "disk.csi.azure.com", "nfs.csi.k8s.io"})
  void driversAreOffered(String driver) throws IOException {
    assertTrue(Drivers.names().contains(driver));
    only(driver, server.complete(VOLUME + "    csi:\n      driver: ¦"));
  }

  @Test
  void valuesAreOffered() throws IOException {
    only("ext4", server.complete(VOLUME + "    csi:\n      fsType: ¦"));
    only("one-way-binding", server.complete(VOLUME + "    ignore:\n      - ¦"));
    only("topology.kubernetes.io/zone", server.complete(VOLUME + "    topology:\n      ¦"));
    only("ReadWriteMany", server.complete(VOLUME + "    accessModes:\n      - ¦"));
    only("claim", server.complete(CONTAINER + "        mounts:\n          /data: ¦"));
  }

  private static Completion only(String label, List<Completion> items) {
    List<Completion> found = items.stream().filter(item -> item.label().equals(label)).toList();
    assertEquals(1, found.size(), label + " in " + items);
    return found.get(0);
  }
}
