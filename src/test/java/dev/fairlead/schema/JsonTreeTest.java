package dev.fairlead.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fairlead.tree.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Compares our JSON reader with Jackson's. */
final class JsonTreeTest {
  static Stream<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("schemas"))) {
      return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void schemas(Path file) throws IOException {
    same(Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[ ]",
        " [1, -20, 3.5, 1e3, 123456789012345678901234567890]\n",
        "{\"a\":[true,false,null],\"b\" : { \"c\":\"\"}}",
        "\"a \\\"b\\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u00e9 \\ud83d\\ude00 é\"",
      })
  void all(String json) {
    same(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":1", "\"a", "\"\\x\"", "[1] 2", "nul"})
  void brokenJsonThrows(String json) {
    assertThrows(RuntimeException.class, () -> JsonTree.of("a", json));
  }

  private static void same(String json) {
    JsonMapper mapper = JsonMapper.shared();
    assertEquals(
        mapper.readTree(json),
        mapper.readTree(mapper.writeValueAsString(JacksonNodes.of(JsonTree.of("a", json)))));
  }
}
