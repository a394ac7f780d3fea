package dev.fairlead.lsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * Sessions of {@code testdata/lsp}: the steps of a user, and what the server answers. The sign "|"
 * in a text is the cursor.
 */
class SessionsTest {
  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> sessions() {
    return Golden.cases("lsp").stream()
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> check(folder)));
  }

  private void check(Path folder) throws Exception {
    Path root = Files.createDirectory(temp.resolve(folder.getFileName())).toRealPath();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".fairlead.yaml")).toList()) {
        Files.copy(file, root.resolve(file.getFileName()));
      }
    }
    List<Map<String, Object>> steps =
        new Yaml().load(Files.readString(folder.resolve("steps.yaml")));
    Golden.check(folder.resolve("expected.txt"), new Play(root).all(steps));
  }

  @Test
  void aSessionEndsInOrder() throws Exception {
    TestClient client = new TestClient();
    client.initialize(temp);
    client.ask("shutdown", null);
    client.tell("exit", null);
    assertTrue(client.end());
  }

  @Test
  void aServerWithoutAnEditorEnds() throws Exception {
    TestClient client = new TestClient();
    client.initialize(temp);
    assertFalse(client.close());
  }

  /** One session. */
  private static final class Play {
    private final Path root;
    private final TestClient client = new TestClient();
    private final Map<String, String> texts = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int version = 1;

    Play(Path root) throws IOException {
      this.root = root;
      client.initialize(root);
    }

    String all(List<Map<String, Object>> steps) throws Exception {
      for (Map<String, Object> step : steps) {
        String verb = step.keySet().iterator().next();
        out.append("> ").append(verb).append(' ').append(step.get(verb)).append('\n');
        String shown = play(verb, step);
        out.append(shown.replace(root.toUri().toString(), "file:///specs/")).append('\n');
      }
      client.close();
      return out.toString();
    }

    private String play(String verb, Map<String, Object> step) throws IOException {
      String file = (String) step.getOrDefault("in", step.get(verb));
      String uri = root.resolve(file).toUri().toString();
      switch (verb) {
        case "open" -> {
          texts.put(file, Files.readString(root.resolve(file)));
          Object text =
              Map.of("uri", uri, "languageId", "yaml", "version", version, "text", texts.get(file));
          client.tell("textDocument/didOpen", Map.of("textDocument", text));
          return findings(uri);
        }
        case "type" -> {
          return change(file, uri, replaced(file, step, "type", "over"));
        }
        case "complete" -> {
          String text = replaced(file, step, "over", verb);
          int cursor = text.indexOf('|');
          change(file, uri, text.substring(0, cursor) + text.substring(cursor + 1));
          return labels(result(ask("completion", file, uri, cursor, Map.of())));
        }
        default -> {
          String at = (String) step.get(verb);
          int cursor = texts.get(file).indexOf(at.replace("|", "")) + at.indexOf('|');
          assertTrue(cursor >= at.indexOf('|'), () -> at + " is not in the text");
          Map<String, Object> more = new LinkedHashMap<>(step);
          more.keySet().removeAll(List.of(verb, "in"));
          return pretty(result(ask(verb, file, uri, cursor, more)));
        }
      }
    }

    private String replaced(String file, Map<String, Object> step, String from, String to) {
      String before = texts.get(file);
      String now = before.replace((String) step.get(from), (String) step.get(to));
      assertFalse(before.equals(now), () -> step.get(from) + " is not in the text");
      return now;
    }

    private String change(String file, String uri, String text) {
      texts.put(file, text);
      client.tell(
          "textDocument/didChange",
          Map.of(
              "textDocument",
              Map.of("uri", uri, "version", ++version),
              "contentChanges",
              List.of(Map.of("text", text))));
      return findings(uri);
    }

    private JsonNode ask(
        String method, String file, String uri, int cursor, Map<String, Object> more) {
      String before = texts.get(file).substring(0, cursor);
      int line = (int) before.chars().filter(c -> c == '\n').count();
      Map<String, Object> position =
          Map.of("line", line, "character", cursor - before.lastIndexOf('\n') - 1);
      Map<String, Object> params = new LinkedHashMap<>(more);
      params.put("textDocument", Map.of("uri", uri));
      params.put("position", position);
      params.put("range", Map.of("start", position, "end", position));
      params.putIfAbsent("context", Map.of("includeDeclaration", true, "diagnostics", List.of()));
      return client.ask("textDocument/" + method, params);
    }

    private String findings(String uri) {
      return pretty(client.findings(uri).path("params"));
    }

    private static JsonNode result(JsonNode answer) {
      return answer.has("error") ? answer.path("error") : answer.path("result");
    }

    private static String labels(JsonNode items) {
      StringBuilder labels = new StringBuilder();
      for (JsonNode item : items) {
        String typed = item.path("textEdit").path("newText").asString();
        labels
            .append(item.path("label").asString())
            .append(" -> ")
            .append(TestClient.JSON.writeValueAsString(typed))
            .append('\n');
      }
      return labels.toString();
    }

    private static String pretty(JsonNode node) {
      return TestClient.JSON
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(node)
          + "\n";
    }
  }
}
