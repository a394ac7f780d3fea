package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.testing.ApiServer;
import dev.fairlead.testing.Golden;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON means the same to its own reader and to that of YAML, places included. */
class PlainJsonTest {
  @Test
  void readsWhatYamlReads() throws IOException {
    for (Path folder : Golden.cases("render")) {
      if (folder.endsWith("scalars")) {
        continue; // Has characters beyond the first plane, which are left to the reader of YAML.
      }
      compare(ApiServer.dump(Files.readString(folder.resolve("expected.yaml")), true));
    }
    compare(
        "{\"a\": \"\\u0041\\n"
            + "\\\"\\\\\\/\\té ü\", \"b\": [], \"c\": {}, \"d\": [1, -2, 0.5, null]}");
    compare(" {\"true\" : true ,\r\n \"f\":false}\n");
  }

  private static void compare(String json) {
    Optional<Document> plain = PlainJson.read(new SourceFile("x", json));
    assertTrue(plain.isPresent(), json);
    Diagnostics diagnostics = new Diagnostics();
    List<Document> yaml =
        SpecReader.ofManifests(diagnostics).read("x", json.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), diagnostics.sorted());
    compare(yaml.get(0).root(), plain.get().root());
  }

  private static void compare(Tree yaml, Tree json) {
    assertEquals(yaml.start(), json.start());
    assertEquals(yaml.end(), json.end());
    assertTrue(yaml.isSame(json));
    if (yaml instanceof Mapping mapping && json instanceof Mapping other) {
      assertEquals(mapping.keys(), other.keys());
      for (int i = 0; i < mapping.size(); i++) {
        String key = mapping.key(i);
        assertEquals(
            mapping.keySpan(key).orElseThrow().start(), other.keySpan(key).orElseThrow().start());
        compare(mapping.value(i), other.value(i));
      }
    }
    if (yaml instanceof Sequence list && json instanceof Sequence other) {
      for (int i = 0; i < list.items().size(); i++) {
        compare(list.items().get(i), other.items().get(i));
      }
    }
  }

  /** What JSON doesn't allow, what YAML reads otherwise, and what deserves a finding. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "a: 1",
        "{\"a\": 1} {}",
        "{\"a\": 1}\n---\n{}",
        "{\"a\": 1,}",
        "{\"a\" 1}",
        "{\"a\": 01}",
        "{\"a\": 1e3}",
        "{\"a\": +1}",
        "{\"a\": .5}",
        "{\"a\": 1.}",
        "{\"a\": -0}",
        "{\"a\": 12345678901234567890}",
        "{\"a\": nul}",
        "{\"a\": truex}",
        "{\"a\": \"b}",
        "{\"a\": \"\\x\"}",
        "{\"a\": \"\\u12\"}",
        "{\"a\": \"\\u0000\"}",
        "{\"a\": \"\\ud800\"}",
        "{\"a\": \"\t\"}",
        "{\"a\": 1, \"a\": 2}",
        "{\"<<\": {}}",
        "{a: 1}",
        "{\"a\": \t1}",
        "{\"a\": # b\n1}"
      })
  void leavesTheUnusualToTheReaderOfYaml(String text) {
    assertEquals(Optional.empty(), PlainJson.read(new SourceFile("x", text)));
  }

  @Test
  void isNotTooDeep() {
    String deep = "{\"a\": ".repeat(70) + "1" + "}".repeat(70);
    assertEquals(Optional.empty(), PlainJson.read(new SourceFile("x", deep)));
  }
}
