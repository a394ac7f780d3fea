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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What fairlead prints comes out of a kustomize build with the same values, keys in the same order. */
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
    return Golden.cases("render").stream()
        .map(spec -> dynamicTest(spec.toString(), () -> build(spec, command)));
  }

  private void build(Path spec, String... command) throws Exception {
    String printed = Cli.run("render", spec.toString()).out();
    Path build = Files.createDirectory(folder.resolve(spec.getFileName()));
    Files.writeString(build.resolve("manifests.yaml"), printed);
    Files.writeString(build.resolve("kustomization.yaml"), "resources: [manifests.yaml]\n");
    String[] whole = Arrays.copyOf(command, command.length + 1);
    whole[command.length] = ".";
    External.Result built = External.run(build, whole);
    assertEquals(0, built.code(), built.err());
    assertEquals(documents(printed), documents(built.out()));
    assertEquals(keys(printed), keys(built.out()));
  }

  private static List<String> documents(String yaml) {
    // A reader of YAML 1.2: kustomize itself leaves a plain << that those of 1.1
    // stumble over, and writes an escape that this reader of 1.2 has forgotten.
    Load reader = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
    return Stream.of(yaml.replace("\\L", "\\u2028").replace(": <<\n", ": '<<'\n").split("(?m)^---\n"))
        .map(document -> new TreeMap<>((Map<?, ?>) reader.loadFromString(document)).toString())
        .sorted()
        .toList();
  }

  /** The keys of each document as they stand; kustomize sorts the documents by kind. */
  private static List<String> keys(String yaml) {
    return Stream.of(yaml.split("(?m)^---\n"))
        .map(
            document ->
                document
                    .lines()
                    // kustomize breaks long strings over several lines.
                    .filter(line -> line.matches("[ -]*([A-Za-z]+|\"[^\"]*\"):( .*)?"))
                    .map(line -> line.replaceAll(":( .*)?$", "").replace("\"", ""))
                    .toList()
                    .toString())
        .sorted()
        .toList();
  }
}
