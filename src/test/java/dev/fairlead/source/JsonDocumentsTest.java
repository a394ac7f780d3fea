package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside the parser of YAML: the same trees with the same places, or nothing. */
class JsonDocumentsTest {
  @Test
  void usualTexts() {
    for (String text :
        List.of(
            "{}",
            " \n{ }\n",
            "{\"a\": 1, \"b\": -2, \"c\": 0, \"d\": 1.5, \"e\": true, \"f\": null, \"g\": false}",
            "{\"a\":{\"b\":[1,[],{},\"x\"]}}",
            "{\n    \"a\": \"b c\",\n    \"a b\": \"\"\n}\n",
            "{\"a\": \"q\\\"uo\\\\te\\n\\t\\/ \\u003c\\u00e9\"}",
            "{\"key\": \"y\", \"on\": \"off\", \"<<\": \"x\", \"1\": \"2026-01-01\"}",
            "{\"é\": \"ü\uD83D\uDE00\"}")) {
      assertTrue(compare(text), text);
    }
  }

  @Test
  void objectsOneAfterTheOther() {
    SourceFile file = new SourceFile("two.json", "{\"a\": 1}\n{\"b\": 2}\n");
    assertEquals(2, JsonDocuments.of(file).orElseThrow().size());
  }

  /** The parser of YAML rejects them, but kubectl reads JSON. */
  @Test
  void tabsBetweenValues() {
    assertEquals(
        1, JsonDocuments.of(new SourceFile("x.json", "{\n\t\"a\":\t1}")).orElseThrow().size());
  }

  @Test
  void leavesTheRestToTheOtherParser() {
    for (String text :
        List.of(
            "{a: 1}",
            "{'a': 1}",
            "{\"a\": 1, \"a\": 2}",
            "{\"a\": 1,}",
            "{\"a\": 01}",
            "{\"a\": 1e5}",
            "{\"a\": yes}",
            "{\"a\": \"x\ty\"}",
            "{\"a\": \"x\n y\"}",
            "{\"a\": \"\\ud83d\\ude00\"}",
            "{\"a\": \"\\u0000\"}",
            "{\"a\": \"\\x41\"}",
            "{\"a\": 1} # comment",
            "{\"a\": 1}\n---\n{\"b\": 2}",
            "{\"a\": &x 1}",
            "{\"a\": \"b\"",
            "[{\"a\": 1}]",
            "{\"a\":".repeat(70) + "1" + "}".repeat(70),
            "{\"" + "k".repeat(1100) + "\": 1}")) {
      assertEquals(Optional.empty(), JsonDocuments.of(new SourceFile("x.json", text)), text);
    }
  }

  @Test
  void randomTexts() {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      mapping(text, random, 0);
      if (random.nextInt(4) == 0) {
        int at = random.nextInt(text.length());
        text.replace(at, at + 1, String.valueOf("{}[],:\"\\ 1a".charAt(random.nextInt(11))));
      }
      read += compare(text.toString()) ? 1 : 0;
    }
    assertTrue(read > 2000, read + " texts");
  }

  private static void value(StringBuilder out, Random random, int depth) {
    switch (random.nextInt(depth > 5 ? 4 : 6)) {
      case 0 -> out.append(random.nextInt(2000) - 1000);
      case 1 -> out.append(List.of("true", "false", "null", "0.25", "-1.5").get(random.nextInt(5)));
      case 2, 3 -> string(out, random);
      case 4 -> {
        out.append('[');
        for (int i = random.nextInt(4); i > 0; i--) {
          value(out, random, depth + 1);
          out.append(i > 1 ? ", " : "");
        }
        out.append(']');
      }
      default -> mapping(out, random, depth + 1);
    }
  }

  private static void mapping(StringBuilder out, Random random, int depth) {
    out.append("{");
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(random.nextBoolean() ? "\n " : "").append("\"k").append(i).append("\": ");
      value(out, random, depth + 1);
      out.append(i > 1 ? "," : "");
    }
    out.append("}");
  }

  private static void string(StringBuilder out, Random random) {
    out.append('"');
    for (int i = random.nextInt(9); i > 0; i--) {
      out.append(
          List.of("a", "b", "é", "\\n", "\\\"", "\\\\", "\\u003e", " ", ":", "#", "-", "'", ", ")
              .get(random.nextInt(13)));
    }
    out.append('"');
  }

  /** Whether it is read. If so, the other parser reads the same and has no findings. */
  private static boolean compare(String text) {
    SourceFile file = new SourceFile("x.json", text);
    Optional<List<Document>> json = JsonDocuments.of(file);
    if (json.isEmpty()) {
      return false;
    }
    Diagnostics diagnostics = new Diagnostics();
    // A manifest of another tool is read by the parser of YAML alone.
    List<Document> yaml =
        SpecReader.ofManifests(diagnostics).read("x.json", text.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), diagnostics.sorted(), text);
    assertEquals(shown(yaml), shown(json.get()), text);
    return true;
  }

  private static List<String> shown(List<Document> documents) {
    List<String> lines = new ArrayList<>();
    documents.forEach(document -> show(document.root(), lines));
    return lines;
  }

  private static void show(Tree tree, List<String> lines) {
    String place = tree.start() + "-" + tree.end() + " ";
    if (tree instanceof Scalar scalar) {
      lines.add(place + scalar.kind() + " " + scalar.written());
    } else if (tree instanceof Sequence list) {
      lines.add(place + "list");
      list.items().forEach(item -> show(item, lines));
    } else if (tree instanceof Mapping mapping) {
      lines.add(place + "mapping");
      for (Mapping.Entry entry : mapping.entries()) {
        lines.add(entry.keySpan().start() + "-" + entry.keySpan().end() + " " + entry.key());
        show(entry.value(), lines);
      }
    }
  }
}
