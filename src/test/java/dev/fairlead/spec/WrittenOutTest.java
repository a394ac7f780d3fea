package dev.fairlead.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.testing.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short spec gives the same manifests as the one in which every volume is written out. */
class WrittenOutTest {
  private static final int COUNT = 400;
  private static final String HEAD =
      "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: shop, namespace: shop}\n";

  @TempDir Path folder;
  private final Random random = new Random(17);

  @Test
  void defaultsAndVolumesTogetherSayWhatVolumesSay() throws Exception {
    for (int i = 0; i < COUNT; i++) {
      checkSources(i);
    }
  }

  private void checkSources(int number) throws Exception {
    TreeMap<String, String> shared = someOf(allFields());
    StringBuilder shortForm = new StringBuilder(HEAD + "defaults:\n  storage: 1Gi\n");
    StringBuilder longForm = new StringBuilder(shortForm);
    shortForm.append("  csi: ").append(flow(shared, false)).append("\nvolumes:\n");
    longForm.append("volumes:\n");
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name = "disk-" + i;
      if (random.nextInt(6) == 0) {
        String other = "- {name: " + name + ", nfs: {server: s, path: '/{name}{{'}}\n";
        shortForm.append(other);
        longForm.append(other);
        continue;
      }
      TreeMap<String, String> own = someOf(allFields());
      TreeMap<String, String> all = new TreeMap<>(shared);
      all.keySet().removeAll(own.keySet());
      all.replaceAll((key, text) -> text.replace("{{", "\u0000").replace("{name}", name));
      all.replaceAll((key, text) -> text.replace('\u0000', '{'));
      all.putAll(own);
      for (String required : List.of("driver", "volumeHandle")) {
        String value = required.equals("driver") ? "d.example.com" : "h-" + i;
        if (all.putIfAbsent(required, value) == null) {
          own.put(required, value);
        }
      }
      boolean none = own.isEmpty() && random.nextBoolean();
      String source = none ? "" : ", csi: " + flow(own, true);
      shortForm.append("- {name: ").append(name).append(source).append("}\n");
      longForm.append("- {name: " + name + ", csi: " + flow(all, true) + "}\n");
    }
    assertSameManifests(number, shortForm.toString(), longForm.toString());
  }

  @Test
  void rangesAndNamespacesStandForVolumes() throws Exception {
    for (int i = 0; i < COUNT; i++) {
      checkNames(i);
    }
  }

  /** Entries with ranges and namespaces, and the volumes that they stand for. */
  private void checkNames(int number) throws Exception {
    boolean byDefault = random.nextBoolean();
    String defaults = "defaults: {storage: 1Gi" + (byDefault ? ", reserve: true" : "") + "}\n";
    StringBuilder shortForm = new StringBuilder(HEAD + defaults + "volumes:\n");
    StringBuilder longForm = new StringBuilder(HEAD + "defaults: {storage: 1Gi}\nvolumes:\n");
    for (int entry = 0; entry <= random.nextInt(4); entry++) {
      int from = random.nextInt(120);
      int to = from + random.nextInt(5);
      int width = 3 + random.nextInt(2);
      boolean shared = random.nextInt(3) == 0;
      String digits = "%0" + width + "d";
      String range = "{" + digits.formatted(from) + ".." + digits.formatted(to) + "}";
      String end = random.nextBoolean() ? ".example.com" : "";
      String path = shared ? "/{name}/{namespace}/{{" : "/{name}/{{";
      shortForm
          .append("- name: v" + entry + "-" + range + end + "\n")
          .append("  nfs: {server: s, path: '" + path + "'}\n")
          .append(shared ? "  reserve: {namespaces: [a, b]}\n" : "");
      for (int i = from; i <= to; i++) {
        String name = "v" + entry + "-" + digits.formatted(i) + end;
        String filled = path.replace("{{", "{").replace("{name}", name);
        for (String namespace : shared ? List.of("a", "b") : List.of("")) {
          String reserve =
              shared
                  ? "{name: pvc-" + name + ", namespace: " + namespace + "}"
                  : String.valueOf(byDefault);
          longForm
              .append("- name: " + name + (shared ? "-" + namespace : "") + "\n")
              .append("  nfs: {server: s, path: '")
              .append(filled.replace("{namespace}", namespace) + "'}\n")
              .append("  reserve: " + reserve + "\n");
        }
      }
    }
    assertSameManifests(COUNT + number, shortForm.toString(), longForm.toString());
  }

  private static TreeMap<String, String> allFields() {
    return new TreeMap<>(
        Map.of(
            "driver", "d.example.com",
            "volumeHandle", "'{name}/{{x}/{{{name}}{name}'",
            "fsType", "ext4",
            "readOnly", "true",
            "volumeAttributes", "{a: '{{name}', b: '{name}', c: plain}",
            "nodeStageSecretRef", "{name: '{name}-key', namespace: keys}"));
  }

  /** Some of the fields; their texts differ from call to call. */
  private TreeMap<String, String> someOf(TreeMap<String, String> fields) {
    fields.keySet().removeIf(key -> random.nextInt(3) == 0);
    fields.replaceAll((key, text) -> key.equals("fsType") && random.nextBoolean() ? "xfs" : text);
    return fields;
  }

  /** A flow mapping. In the source of a volume, braces mean nothing. */
  private static String flow(TreeMap<String, String> fields, boolean ofVolume) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey()
                    + ": "
                    + (ofVolume && field.getKey().equals("nodeStageSecretRef")
                        ? field.getValue().replace("{name}", "own")
                        : field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private void assertSameManifests(int number, String shortForm, String longForm) throws Exception {
    Path one = Files.writeString(folder.resolve("short-" + number + ".yaml"), shortForm);
    Path other = Files.writeString(folder.resolve("long-" + number + ".yaml"), longForm);
    Cli.Result expected = Cli.run("render", other.toString());
    assertEquals(0, expected.code(), longForm + expected.err());
    Cli.Result result = Cli.run("render", one.toString());
    assertEquals(expected.out(), result.out(), shortForm + result.err());
  }
}
