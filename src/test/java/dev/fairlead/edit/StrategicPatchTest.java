package dev.fairlead.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** kubectl makes of a manifest and its patch what fairlead prints without {@code --patches}. */
class StrategicPatchTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> patches() {
    External.require("kubectl");
    return Golden.cases("render").stream()
        .filter(folder -> Files.exists(folder.resolve("resources.yaml")))
        .filter(folder -> !Files.exists(folder.resolve("warnings.txt")))
        .filter(folder -> !isSaved(folder))
        .map(folder -> dynamicTest(folder.toString(), () -> check(folder)));
  }

  /** Whether a cluster wrote parts of the manifest, which only the whole manifest leaves out. */
  private static boolean isSaved(Path folder) {
    try {
      return Files.readString(folder.resolve("resources.yaml")).contains("managedFields");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Path folder) throws IOException {
    Map<String, Object> before = objects(Files.readString(folder.resolve("resources.yaml")));
    Map<String, Object> whole = objects(Cli.runCase("render", folder).out());
    Map<String, Object> patches = objects(Cli.runCase("render", folder, "--patches").out());
    for (Map.Entry<String, Object> object : whole.entrySet()) {
      Object patch = patches.get(object.getKey());
      if (!before.containsKey(object.getKey())) {
        assertEquals(object.getValue(), patch);
      } else if (patch == null) {
        assertEquals(before.get(object.getKey()), object.getValue(), "needs a patch");
      } else {
        assertEquals(
            sorted(object.getValue()), sorted(patched(before.get(object.getKey()), patch)));
      }
    }
  }

  private Object patched(Object manifest, Object patch) throws IOException {
    Path original = Files.writeString(temp.resolve("manifest.yaml"), new Yaml().dump(manifest));
    Path change = Files.writeString(temp.resolve("patch.yaml"), new Yaml().dump(patch));
    External.Result result =
        External.run(
            temp,
            "kubectl",
            "patch",
            "--local",
            "--type=strategic",
            "--filename=" + original,
            "--patch-file=" + change,
            "--output=yaml");
    assertEquals(0, result.code(), result.err());
    return new Yaml().load(result.out());
  }

  /**
   * The objects of a stream by kind and name, those of lists included, without those that have no
   * name.
   */
  private static Map<String, Object> objects(String yaml) {
    Map<String, Object> objects = new LinkedHashMap<>();
    for (Object document : new Yaml().loadAll(yaml)) {
      Map<?, ?> object = (Map<?, ?>) document;
      List<?> items = object.get("items") instanceof List<?> list ? list : List.of(object);
      for (Object item : items) {
        Map<?, ?> metadata = (Map<?, ?>) ((Map<?, ?>) item).get("metadata");
        if (metadata != null) {
          objects.put(((Map<?, ?>) item).get("kind") + " " + metadata.get("name"), item);
        }
      }
    }
    return objects;
  }

  /** A merge changes the order of lists, and leaves out a namespace that nobody wrote. */
  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new TreeMap<>();
      map.forEach((key, inner) -> entries.put(key.toString(), sorted(inner)));
      return entries;
    }
    if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      list.forEach(item -> items.add(String.valueOf(sorted(item))));
      items.sort(null);
      return items;
    }
    return value;
  }

  @Test
  void aPatchHasOnlyWhatIsAdded() {
    Path folder = Path.of("testdata", "render", "existing");
    String patches = Cli.runCase("render", folder, "--patches").out();
    assertFalse(patches.contains("image:"), patches);
    Cli.Result both = Cli.runCase("render", folder, "--patches", "--output-dir", "x");
    assertEquals(2, both.code());
  }
}
