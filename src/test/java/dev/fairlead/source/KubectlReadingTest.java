package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What kubectl takes plain scalars for, as its decoder resolves them. */
class KubectlReadingTest {
  private static final Map<String, String> READ =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("y", "BOOLEAN true"),
              Map.entry("Yes", "BOOLEAN true"),
              Map.entry("ON", "BOOLEAN true"),
              Map.entry("n", "BOOLEAN false"),
              Map.entry("off", "BOOLEAN false"),
              Map.entry("yEs", "STRING yEs"),
              Map.entry("true", "BOOLEAN true"),
              Map.entry("0123", "INTEGER 83"),
              Map.entry("-0123", "INTEGER -83"),
              Map.entry("0o17", "INTEGER 15"),
              Map.entry("0x1F", "INTEGER 31"),
              Map.entry("0b11", "INTEGER 3"),
              Map.entry("1_000", "INTEGER 1000"),
              Map.entry("+12", "INTEGER 12"),
              Map.entry("089", "INTEGER 89"),
              Map.entry("1_0.5", "FRACTION 10.5"),
              Map.entry("08.5", "FRACTION 8.5"),
              Map.entry(".5", "FRACTION 0.5"),
              Map.entry("99999999999999999999", "INTEGER 99999999999999999999"),
              Map.entry("2024-01-31", "STRING 2024-01-31"),
              Map.entry("2024-01-31T10:00:00Z", "STRING 2024-01-31T10:00:00Z"),
              Map.entry("10:30", "STRING 10:30"),
              Map.entry("0x", "STRING 0x"),
              Map.entry("0xZZ", "STRING 0xZZ"),
              Map.entry("_1", "STRING _1"),
              Map.entry("1e", "STRING 1e"),
              Map.entry("a-1_000", "STRING a-1_000"),
              Map.entry("\"0123\"", "STRING 0123"),
              Map.entry("!!str yes", "STRING yes"),
              Map.entry("~", "NULL null")));

  @Test
  void scalars() {
    Map<String, String> read = new TreeMap<>();
    for (String text : READ.keySet()) {
      Scalar scalar = (Scalar) root("a: [" + text + "]\n").list("a").get(0);
      read.put(text, scalar.kind() + " " + scalar.text());
    }
    assertEquals(READ, read);
  }

  @Test
  void blocksOfBlankLinesAreEmpty() {
    String text = "a:\n  b: |\n      \n  c: >-\n\n     \n\n  d: |\n    x\n";
    Mapping root = root(text).mapping("a");
    assertEquals(List.of("b", "c", "d"), root.keys());
    assertEquals("", root.stringOr("b", "none").strip());
    assertEquals("", root.stringOr("c", "none"));
    assertEquals("x\n", root.stringOr("d", "none"));
    assertEquals(9, root.spanOf("d").line() + 1);
  }

  @Test
  void aliasesAreKeysAndMergeKeysMayHaveATag() {
    Mapping root = root("a: &app web\nb: &b {x: 1}\nc: {*app : 1, !!merge <<: *b}\n");
    assertEquals(List.of("web", "x"), root.mapping("c").keys());
  }

  private static Mapping root(String text) {
    Diagnostics diagnostics = new Diagnostics();
    List<Document> documents =
        SpecReader.asKubectl(diagnostics).read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), diagnostics.sorted());
    return (Mapping) documents.get(0).root();
  }
}
