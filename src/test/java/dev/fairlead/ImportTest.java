package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.ApiServer;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** Specs that import writes render to what was there. */
class ImportTest {
  /** What import writes has the policy of the input, and nothing else is decided for the user. */
  private static final String KEEP = "--keep-reclaim-policy";

  private static List<Path> cases() throws IOException {
    List<Path> cases = new ArrayList<>();
    for (Path folder : Golden.cases("render")) {
      cases.add(folder.resolve("expected.yaml"));
    }
    try (Stream<Path> files = Files.walk(Path.of("examples", "kustomize"))) {
      files.filter(file -> file.endsWith("expected.yaml")).sorted().forEach(cases::add);
    }
    assertTrue(cases.size() > 35, cases.size() + " cases");
    return cases;
  }

  private interface Check {
    void run(String manifests) throws IOException;
  }

  private static Stream<DynamicTest> ofCases(Check check) throws IOException {
    return cases().stream()
        .map(file -> dynamicTest(file.toString(), () -> check.run(Files.readString(file))));
  }

  @TestFactory
  Stream<DynamicTest> volumesAndClaimsComeBack() throws IOException {
    return ofCases(manifests -> roundTrip(manifests, manifests, false));
  }

  @TestFactory
  Stream<DynamicTest> workloadsComeBack() throws IOException {
    return ofCases(manifests -> roundTrip(manifests, manifests, true));
  }

  /** The same objects, as a cluster hands them back, give the same spec. */
  @TestFactory
  Stream<DynamicTest> aDumpGivesTheSpecOfWhatWasApplied() throws IOException {
    return ofCases(
        manifests -> {
          String spec = spec(manifests, false);
          assertEquals(spec, spec(ApiServer.dump(manifests, true), false));
          roundTrip(ApiServer.dump(manifests, true), manifests, true);
        });
  }

  /** Without a note of what was applied, a default is taken for one that the API server wrote. */
  @TestFactory
  Stream<DynamicTest> aDumpOfWhatWasCreatedComesBack() throws IOException {
    return ofCases(
        manifests -> {
          String written =
              manifests
                  .replace("    iscsiInterface: default\n", "")
                  .replace("  - kubernetes.io/pv-protection\n", "");
          roundTrip(ApiServer.dump(manifests, false), written, false);
        });
  }

  @Test
  void specsAreShort() throws IOException {
    int lines = 0;
    int ofManifests = 0;
    for (Path file : cases()) {
      String manifests = Files.readString(file);
      lines += spec(manifests, false).lines().count();
      for (String document : manifests.split("(?m)^---\n")) {
        boolean storage = document.contains("\nkind: PersistentVolume");
        ofManifests += storage ? (int) document.lines().count() : 0;
      }
    }
    assertTrue(10 * lines <= 4 * ofManifests, lines + " lines for " + ofManifests);
  }

  private static String spec(String input, boolean workloads) {
    List<String> args = new ArrayList<>(List.of("import", KEEP));
    if (workloads) {
      args.add("--workloads");
    }
    args.add("-");
    Cli.Result result = Cli.run(args, input);
    boolean empty = result.err().contains("there is no volume and no claim in the input");
    assertEquals(empty ? 2 : 0, result.code(), result.err());
    assertTrue(
        result.err().lines().filter(line -> !line.startsWith("fairlead: passed over")).count()
            == (empty ? 2 : 0),
        result.err());
    return result.out();
  }

  private static void roundTrip(String input, String manifests, boolean workloads) {
    String spec = spec(input, workloads);
    if (spec.isEmpty()) {
      return;
    }
    Cli.Result rendered = Cli.run(List.of("render", "-"), spec);
    assertEquals(0, rendered.code(), rendered.err());
    Map<String, Object> expected = objects(manifests);
    Map<String, Object> actual = objects(rendered.out());
    expected.keySet().removeIf(key -> !key.startsWith("Persistent") && !actual.containsKey(key));
    if (!workloads) {
      expected.keySet().removeIf(key -> !key.startsWith("Persistent"));
    }
    assertEquals(expected, actual, spec);
    String again = workloads ? rendered.out() : rendered.out() + sets(manifests);
    assertEquals(spec, spec(again, workloads), "a second import differs");
  }

  /** The StatefulSets, without which nobody knows whose claims a spec lists under each. */
  private static String sets(String manifests) {
    StringBuilder sets = new StringBuilder();
    for (String document : manifests.split("(?m)^---\n")) {
      if (document.contains("\nkind: StatefulSet\n")) {
        sets.append("---\n").append(document);
      }
    }
    return sets.toString();
  }

  /** Objects by kind, namespace and name. Lists of a pod whose items have keys are sorted. */
  private static Map<String, Object> objects(String yaml) {
    Map<String, Object> objects = new TreeMap<>();
    for (Object document : new Yaml().loadAll(yaml)) {
      if (document instanceof Map<?, ?> object) {
        Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
        String key =
            object.get("kind") + " " + metadata.get("namespace") + "/" + metadata.get("name");
        objects.put(key, sorted("", object));
      }
    }
    return objects;
  }

  private static Object sorted(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach(
          (name, below) -> {
            // Claim templates get both.
            boolean type = key.equals("template") && List.of("apiVersion", "kind").contains(name);
            if (below != null && !type) {
              sorted.put((String) name, sorted((String) name, below));
            }
          });
      return sorted;
    }
    if (value instanceof List<?> list) {
      String below = key.equals("volumeClaimTemplates") ? "template" : "";
      Stream<Object> items = list.stream().map(item -> sorted(below, item));
      boolean keyed = List.of("volumes", "volumeMounts", "volumeDevices").contains(key);
      return (keyed ? items.sorted((a, b) -> a.toString().compareTo(b.toString())) : items)
          .toList();
    }
    return value;
  }
}
