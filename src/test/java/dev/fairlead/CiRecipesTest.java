package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Checkout;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The script lines of docs/ci.md, run in a repository as the document describes it: with specs in
 * {@code specs} and manifests in {@code deploy/storage}. The lines clone this checkout, by the
 * address and tag in the document, and build it.
 */
class CiRecipesTest {
  private static final String ADDRESS = "https://git.example.com/fairlead.git";

  @TempDir static Path temp;
  private static Path workspace;
  private static Map<String, String> environment;

  @BeforeAll
  static void repositories() throws IOException {
    External.require("git");
    External.require("mvn");
    Path origin = temp.resolve("origin");
    Checkout.copy(origin);
    String tag = "v" + Cli.run("--version").out().strip().replaceFirst(".* ", "");
    for (List<String> command :
        List.of(
            List.of("init", "--quiet"),
            List.of("add", "--all"),
            List.of("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "all"),
            List.of("tag", tag))) {
      List<String> git = new ArrayList<>(List.of("git"));
      git.addAll(command);
      External.Result result = External.run(origin, Map.of(), git);
      assertEquals(0, result.code(), result.err());
    }
    environment = new HashMap<>();
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "url.file://" + origin + ".insteadOf");
    environment.put("GIT_CONFIG_VALUE_0", ADDRESS);

    workspace = Files.createDirectories(temp.resolve("workspace"));
    spec("shop.fairlead.yaml");
  }

  private static void spec(String name) throws IOException {
    Path specs = Files.createDirectories(workspace.resolve("specs"));
    Files.writeString(
        specs.resolve("shop.fairlead.yaml"), Files.readString(Path.of("testdata/docs", name)));
  }

  /** The lines after {@code run:} and the items of {@code script:}. */
  private static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    Matcher block =
        Pattern.compile("(?ms)^```yaml\n(.*?)^```$")
            .matcher(Files.readString(Path.of("docs", "ci.md")));
    while (block.find()) {
      collect(new Yaml().load(block.group(1)), lines);
    }
    return lines;
  }

  private static void collect(Object node, List<String> into) {
    if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, into));
    } else if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key.equals("run")) {
              into.add((String) value);
            } else if (key.equals("script")) {
              ((List<?>) value).forEach(line -> into.add((String) line));
            } else {
              collect(value, into);
            }
          });
    }
  }

  private static void renderManifests() throws IOException {
    External.Result rendered =
        run(".fairlead/bin/fairlead render --output-dir deploy/storage specs");
    assertEquals(0, rendered.code(), rendered.err());
  }

  private static External.Result run(String line) {
    return External.run(workspace, environment, List.of("bash", "-e", "-c", line));
  }

  @Test
  void everyLineWorksAndFailsWhereItShould() throws IOException {
    List<String> lines = lines();
    List<String> clones = lines.stream().filter(line -> line.startsWith("git clone")).toList();
    assertEquals(1, clones.stream().distinct().count(), "one way to get it: " + clones);
    External.Result cloned = run(clones.get(0));
    assertEquals(0, cloned.code(), cloned.err());

    renderManifests();
    List<String> checks = new ArrayList<>(lines);
    checks.removeAll(clones);
    assertTrue(checks.size() >= 5, checks.toString());
    for (String line : checks) {
      External.Result result = run(line);
      assertEquals(0, result.code(), line + "\n" + result.out() + result.err());
      assertReports(line, result, false);
    }
    spec("mistake.fairlead.yaml");
    for (String line : checks) {
      External.Result result = run(line);
      boolean ofManifests = line.contains("verify");
      assertEquals(ofManifests ? 0 : 1, result.code(), line + "\n" + result.out() + result.err());
      assertReports(line, result, !ofManifests);
    }
  }

  private static void assertReports(String line, External.Result result, boolean wrong)
      throws IOException {
    Matcher file = Pattern.compile("> (\\S+)$").matcher(line);
    String report = file.find() ? Files.readString(workspace.resolve(file.group(1))) : result.out();
    if (line.contains("--report sarif")) {
      assertTrue(report.contains("\"uri\": \"specs/shop.fairlead.yaml\""), report);
    }
    if (line.contains("--report junit")) {
      assertTrue(report.contains("</testsuites>"), report);
    }
    if (line.contains("--report")) {
      assertEquals(wrong, report.contains("unknown-key"), line + "\n" + report);
    }
  }
}
