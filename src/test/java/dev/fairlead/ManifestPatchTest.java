package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * In any style of YAML, a patched manifest has the mounts, nothing else changes, and every original
 * line is still there.
 */
class ManifestPatchTest {
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: shop, namespace: shop}
      volumes:
        - name: data
          storage: 1Gi
          accessModes: [ReadWriteMany]
          nfs: {server: nfs.example.com, path: /}
        - name: raw
          storage: 1Gi
          volumeMode: Block
          accessModes: [ReadWriteMany]
          csi: {driver: d.example.com, volumeHandle: raw}
      workloads:
        - name: web
          kind: Deployment
          existing: true
          containers:
            - {name: app, mounts: {/data: data, /dev/raw: raw}}
            - {name: side, mounts: {/data: {volume: data, readOnly: true}}}
          initContainers:
            - {name: init, mounts: {/data: data}}
      """;

  private static final String WRITTEN_BY_THE_CLUSTER =
      ".*(uid|Timestamp|resourceVersion|generation|revision|last-applied|\"a\"|replicas: 1|a: b"
          + "|(status|annotations|conditions|managedFields|fieldsV1|f:spec):).*";

  private final Random random = new Random(20261122);

  @TempDir Path folder;

  @Test
  void anyStyleOfYaml() throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.fairlead.yaml"), SPEC);
    Path resources = folder.resolve("resources.yaml");
    for (int i = 0; i < 600; i++) {
      Map<String, Object> deployment = deployment();
      String text = commented(dump().dumpToString(deployment));
      Files.writeString(resources, text);
      Cli.Result result = Cli.run("render", "--resources", resources.toString(), spec.toString());
      assertEquals(0, result.code(), text + result.err());
      String patched = result.out().substring(result.out().lastIndexOf("\n---\n") + 5);
      assertEquals(expected(deployment), load(patched), text);
      boolean saved = text.lines().anyMatch(line -> line.matches(WRITTEN_BY_THE_CLUSTER));
      if (text.startsWith("apiVersion:")) {
        List<String> lines = new ArrayList<>(patched.lines().toList());
        text.lines()
            .filter(line -> line.matches(".*[a-z].*") && line.matches("[^\\[\\]{}]+[^:\\[\\]{}]"))
            .filter(line -> !line.matches(WRITTEN_BY_THE_CLUSTER))
            // A comment between two keys that go may go with them.
            .filter(line -> !saved || !line.startsWith("#"))
            .forEach(
                line ->
                    assertTrue(
                        lines.stream().anyMatch(l -> l.startsWith(line.replaceFirst(",$", ""))),
                        line + " is gone from\n" + patched));
      }
    }
  }

  @Test
  void lineEndsStayThoseOfTheFile() throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.fairlead.yaml"), SPEC);
    Path resources = folder.resolve("resources.yaml");
    Map<String, Object> deployment = deployment();
    Files.writeString(
        resources,
        new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
            .dumpToString(deployment)
            .replace("\n", "\r\n"));
    Cli.Result result = Cli.run("render", "--resources", resources.toString(), spec.toString());
    assertEquals(0, result.code(), result.err());
    String patched = result.out().substring(result.out().lastIndexOf("\n---\n") + 5);
    assertEquals(expected(deployment), load(patched));
    assertEquals(patched, patched.replaceAll("\r?\n", "\r\n"));
  }

  private Dump dump() {
    int indent = 2 + random.nextInt(3);
    int dash = random.nextInt(indent - 1);
    return new Dump(
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.values()[random.nextInt(3)])
            .setIndent(indent)
            .setIndicatorIndent(dash)
            .setIndentWithIndicator(random.nextBoolean())
            .setMultiLineFlow(random.nextBoolean())
            .setWidth(20 + random.nextInt(100))
            .build());
  }

  /** Comments and blank lines between block lines. */
  private String commented(String text) {
    if (text.startsWith("{") || random.nextInt(3) == 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n")) {
      boolean entry = line.matches(" *(- )?[a-zA-Z]+:( [a-z]+)?");
      out.append(line).append(entry && random.nextInt(4) == 0 ? "  # why\n" : "\n");
      if (entry && random.nextInt(6) == 0 && !line.endsWith(":")) {
        out.append(random.nextBoolean() ? "\n" : "# a comment\n");
      }
    }
    return out.toString();
  }

  private Map<String, Object> deployment() {
    Map<String, Object> pod = new LinkedHashMap<>();
    pod.put("volumes", List.of(Map.of("name", "tmp", "emptyDir", Map.of())));
    pod.put("initContainers", List.of(container("init")));
    pod.put("containers", List.of(container("app"), container("other"), container("side")));
    maybe(pod, "restartPolicy", "Always");
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("metadata", Map.of("labels", Map.of("app", "web")));
    template.put("spec", pod);
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("selector", Map.of("matchLabels", Map.of("app", "web")));
    spec.put("template", template);
    maybe(spec, "replicas", 2);
    Map<String, Object> deployment = new LinkedHashMap<>();
    deployment.put("apiVersion", "apps/v1");
    deployment.put("kind", "Deployment");
    deployment.put("metadata", metadata());
    maybe(deployment, "status", Map.of("replicas", 1, "conditions", List.of(Map.of("a", "b"))));
    deployment.put("spec", spec);
    if (!deployment.containsKey("status")) {
      maybe(deployment, "status", new LinkedHashMap<>());
    }
    return deployment;
  }

  /** Metadata, sometimes with what a cluster has written into it. */
  private Map<String, Object> metadata() {
    Map<String, Object> annotations = new LinkedHashMap<>();
    maybe(annotations, "deployment.kubernetes.io/revision", "1");
    maybe(annotations, "why", "because");
    maybe(annotations, "kubectl.kubernetes.io/last-applied-configuration", "{\"a\": 1}\n");
    Map<String, Object> metadata = new LinkedHashMap<>();
    maybe(metadata, "uid", "7d0c0c0e");
    maybe(metadata, "annotations", annotations);
    maybe(metadata, "creationTimestamp", "2026-01-01T00:00:00Z");
    metadata.put("name", "web");
    maybe(
        metadata,
        "managedFields",
        List.of(Map.of("fieldsV1", Map.of("f:spec", new LinkedHashMap<>()))));
    maybe(metadata, "resourceVersion", "123");
    metadata.put("namespace", "shop");
    maybe(metadata, "generation", 3);
    maybe(metadata, "creationTimestamp", null);
    return metadata;
  }

  /** Removes what a cluster has written. */
  @SuppressWarnings("unchecked")
  private static void clean(Map<String, Object> deployment) {
    deployment.remove("status");
    Map<String, Object> metadata = (Map<String, Object>) deployment.get("metadata");
    List.of("uid", "creationTimestamp", "managedFields", "resourceVersion", "generation")
        .forEach(metadata::remove);
    Map<String, Object> annotations = (Map<String, Object>) metadata.get("annotations");
    if (annotations != null && !annotations.isEmpty()) {
      annotations.remove("deployment.kubernetes.io/revision");
      annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
      if (annotations.isEmpty()) {
        metadata.remove("annotations");
      }
    }
  }

  private Map<String, Object> container(String name) {
    Map<String, Object> container = new LinkedHashMap<>();
    maybe(container, "command", List.of("sh", "-c", "echo one\n# no comment\n\necho two\n"));
    container.put("name", name);
    maybe(container, "volumeMounts", List.of(Map.of("name", "tmp", "mountPath", "/tmp")));
    container.put("image", "nginx");
    maybe(container, "volumeDevices", new ArrayList<>());
    maybe(container, "tty", true);
    return container;
  }

  private void maybe(Map<String, Object> map, String key, Object value) {
    if (random.nextBoolean()) {
      map.put(key, value);
    }
  }

  @SuppressWarnings("unchecked")
  private static Object expected(Map<String, Object> deployment) {
    Map<String, Object> copy =
        (Map<String, Object>)
            load(new Dump(DumpSettings.builder().build()).dumpToString(deployment));
    clean(copy);
    Map<String, Object> spec = (Map<String, Object>) copy.get("spec");
    Map<String, Object> pod =
        (Map<String, Object>) ((Map<String, Object>) spec.get("template")).get("spec");
    List<Map<String, Object>> containers = (List<Map<String, Object>>) pod.get("containers");
    Map<String, Object> data = Map.of("name", "data", "mountPath", "/data");
    add(((List<Map<String, Object>>) pod.get("initContainers")).get(0), "volumeMounts", data);
    add(containers.get(0), "volumeMounts", data);
    add(containers.get(0), "volumeDevices", Map.of("name", "raw", "devicePath", "/dev/raw"));
    add(
        containers.get(2),
        "volumeMounts",
        Map.of("name", "data", "mountPath", "/data", "readOnly", true));
    for (String name : List.of("data", "raw")) {
      add(
          pod,
          "volumes",
          Map.of("name", name, "persistentVolumeClaim", Map.of("claimName", "pvc-" + name)));
    }
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static void add(Map<String, Object> map, String key, Object item) {
    List<Object> list = new ArrayList<>((List<Object>) map.getOrDefault(key, List.of()));
    list.add(item);
    map.put(key, list);
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
