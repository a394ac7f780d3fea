package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Rendered manifests pass through a kustomize build with the same values and the same order of
 * keys.
 */
class KustomizeTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> kubectl() {
    External.require("kubectl");
    return builds("kubectl", "kustomize");
  }

  @TestFactory
  Stream<DynamicTest> kustomize() {
    External.require("kustomize");
    return builds("kustomize", "build");
  }

  private Stream<DynamicTest> builds(String... command) {
    // Existing manifests keep the order of their keys when mounts are added.
    return Golden.cases("render").stream()
        .filter(spec -> !Files.exists(spec.resolve("resources.yaml")))
        .map(spec -> dynamicTest(spec.toString(), () -> build(spec, command)));
  }

  private void build(Path spec, String... command) throws Exception {
    String printed = Cli.runCase("render", spec).out();
    Path build = Files.createDirectory(folder.resolve("build-of-" + spec.getFileName()));
    Files.writeString(build.resolve("manifests.yaml"), printed);
    Files.writeString(build.resolve("kustomization.yaml"), "resources: [manifests.yaml]\n");
    String[] whole = Arrays.copyOf(command, command.length + 1);
    whole[command.length] = ".";
    External.Result built = External.run(build, whole);
    assertEquals(0, built.code(), built.err());
    assertEquals(documents(printed), documents(built.out()));
  }

  /** Each document as text with its keys in order. kustomize sorts the documents by kind. */
  private static List<String> documents(String yaml) {
    // A reader of YAML 1.2. kustomize writes a plain <<, which readers of YAML 1.1 reject, and an
    // escape that this reader lacks.
    Load reader = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
    return Stream.of(
            yaml.replace("\\L", "\\u2028").replace(": <<\n", ": '<<'\n").split("(?m)^---\n"))
        .map(document -> reader.loadFromString(document).toString())
        .sorted()
        .toList();
  }

  @Test
  void keysAreOrderedAsKustomizeOrdersThem() throws Exception {
    External.require("kubectl");
    Random random = new Random(7);
    StringBuilder spec =
        new StringBuilder(
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: keys}\nvolumes:\n");
    for (int i = 0; i < 200; i++) {
      spec.append("- {name: v" + i + ", storage: 1Gi, csi: {driver: d, volumeHandle: h" + i + ",");
      spec.append(" volumeAttributes: {");
      Set<String> keys = new TreeSet<>();
      while (keys.size() < 12) {
        keys.add(key(random));
      }
      keys.forEach(key -> spec.append('"' + key + "\": v, "));
      spec.append("}}}\n");
    }
    Files.writeString(folder.resolve("keys.fairlead.yaml"), spec);
    build(folder.resolve("keys.fairlead.yaml"), "kubectl", "kustomize");
  }

  /** Words and numbers with separators: keys for which kustomize's order is transitive. */
  private static String key(Random random) {
    StringBuilder key = new StringBuilder();
    int parts = 1 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      boolean word = random.nextBoolean();
      key.append(word ? "aBé".charAt(random.nextInt(3)) : ' ');
      key.append(random.nextBoolean() ? random.nextInt(120) : "")
          .append("-_.".charAt(random.nextInt(3)));
    }
    return key.toString().replace(" ", "");
  }
}
