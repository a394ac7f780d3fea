package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The cases in testdata/function: {@code config.yaml} is the function config, {@code input.yaml}
 * the items, or {@code stdin.*} both. {@code expected.yaml} is the output of the function, {@code
 * errors.txt} its error output.
 */
class FunctionTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("function").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    String input = input(folder);
    Cli.Result result = Cli.run(List.of(), input);
    Golden.check(folder.resolve("expected.yaml"), result.out());
    Golden.check(folder.resolve("errors.txt"), result.err());
    Map<?, ?> written = resourceList(result.out());
    assertEquals("ResourceList", written.get("kind"));
    assertEquals("config.kubernetes.io/v1", written.get("apiVersion"));
    boolean errors = result.err().contains(": error: ");
    assertEquals(errors ? 1 : 0, result.code(), result.err());
    assertEquals(result.err().isEmpty(), !written.containsKey("results"), "results");
    if (errors && !folder.endsWith("not-yaml")) {
      assertEquals(resourceList(input).get("items"), written.get("items"), "items changed");
    }
    if (!errors) {
      secondRun(result.out());
    }
  }

  /** A second run neither makes nor mounts anything again. */
  private static void secondRun(String first) {
    Map<?, ?> before = resourceList(first);
    String input = first.replaceFirst("(?m)^results:\n([- ].*\n)*", "");
    Cli.Result again = Cli.run(List.of(), input);
    if (before.containsKey("functionConfig")
        && !again.err().contains("there is no spec")
        && !first.contains("\"results\"")) {
      assertEquals(before.get("items"), resourceList(again.out()).get("items"), again.err());
    }
  }

  private static Map<?, ?> resourceList(String text) {
    // This YAML reader lacks two escapes that kustomize writes.
    String known = text.replace("\\L", "\\u2028").replace("\\P", "\\u2029");
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(known);
  }

  private static String input(Path folder) throws IOException {
    for (String whole : List.of("stdin.yaml", "stdin.json")) {
      if (Files.exists(folder.resolve(whole))) {
        return Files.readString(folder.resolve(whole));
      }
    }
    StringBuilder list =
        new StringBuilder("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:");
    for (String item : documents(folder.resolve("input.yaml"))) {
      int start = 0;
      while (item.startsWith("#", start)) {
        start = item.indexOf('\n', start) + 1;
      }
      list.append('\n').append(item, 0, start).append("- ");
      list.append(item.substring(start).strip().replaceAll("\n(?=.)", "\n  "));
    }
    list.append(list.toString().endsWith("items:") ? " []\n" : "\n");
    for (String config : documents(folder.resolve("config.yaml"))) {
      list.append("functionConfig:\n").append(config.replaceAll("(?m)^(?=.)", "  "));
    }
    return list.toString();
  }

  private static List<String> documents(Path file) throws IOException {
    return Files.exists(file)
        ? new ArrayList<>(List.of(Files.readString(file).split("(?m)^---\n")))
        : List.of();
  }
}
