package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The positions of the values and keys of a tree. */
class PlacesTest {
  private static final String TRICKY =
      """
      base: &base {accessModes: [ReadWriteOnce], n: &n +12, empty: }
      volumes:
        - &first
          name: naïve 文 😀
          <<: *base
          ? "a key
            of two lines"
          : [1.50, 1e3, -0, true, ~, {}, [], '', *n]
        - <<: [*first, {late: *first}]
          😀: |
            several
            lines
        - *first
        - - *base
      """;

  private int scalars;

  private static Mapping read(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SpecReader reader = new SpecReader(NumberFields.NONE, diagnostics);
    Tree root = reader.read("spec", text.getBytes(StandardCharsets.UTF_8)).get(0).root();
    assertEquals(List.of(), diagnostics.sorted());
    return (Mapping) root;
  }

  @Test
  void everyPlaceIsThatOfItsText() throws IOException {
    List<String> texts = new ArrayList<>(List.of(TRICKY));
    try (Stream<Path> files = Files.walk(Path.of("testdata", "render"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    for (String text : texts) {
      // Characters of two chars and other line ends move all positions.
      for (String variant : List.of(text, "# 😀😀\n" + text, text.replace("\n", "\r\n"))) {
        SpecReader reader = SpecReader.ofManifests(new Diagnostics());
        reader
            .read("file", variant.getBytes(StandardCharsets.UTF_8))
            .forEach(document -> check(document.root(), document.root()));
      }
    }
    assertTrue(scalars > 5000, scalars + " scalars");
  }

  private void check(Tree value, Tree parent) {
    assertTrue(value.start() <= value.end());
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        String key = entry.keySpan().text();
        boolean asWritten = key.equals(entry.key()) || "\"'".indexOf(key.charAt(0)) >= 0;
        assertTrue(asWritten, key + " for " + entry.key());
        check(entry.value(), mapping);
      }
    } else if (value instanceof Sequence list) {
      list.items().forEach(item -> check(item, list));
    } else if (value instanceof Scalar scalar) {
      scalars++;
      String text = scalar.span().text();
      boolean quoted = !text.isEmpty() && "\"'|>&!".indexOf(text.charAt(0)) >= 0;
      String plain = text.replaceAll("\\s*\\R\\s*", " ");
      assertTrue(
          quoted || plain.equals(scalar.written()),
          "[" + text + "] in " + parent.span().text() + " is " + scalar.written());
    }
  }

  @Test
  void linesAndColumnsCountCodePoints() {
    Mapping root = read(TRICKY);
    Mapping first = root.mappings("volumes").get(0);
    Span key = first.keySpan("name").orElseThrow();
    assertEquals("spec:4:5", key.toString());
    Span name = first.spanOf("name");
    assertEquals(List.of(4, 11, 4, 20), place(name));
    assertEquals("naïve 文 😀", name.text());
    Span smile = root.mappings("volumes").get(1).keySpan("😀").orElseThrow();
    assertEquals(List.of(10, 5, 10, 6), place(smile));
    assertEquals(11, root.mappings("volumes").get(1).spanOf("😀").line() + 1);
  }

  private static List<Integer> place(Span span) {
    return List.of(span.line(), span.column(), span.endLine(), span.endColumn());
  }

  @Test
  void anAliasIsTheValueOfItsAnchor() {
    Mapping root = read(TRICKY);
    assertSame(root.list("volumes").get(0), root.list("volumes").get(2));
    assertSame(root.find("base"), ((Sequence) root.list("volumes").get(3)).items().get(0));
    Mapping merged = root.mappings("volumes").get(1);
    assertSame(root.list("volumes").get(0), merged.find("late"));
    assertEquals("naïve 文 😀", merged.text("name").orElseThrow());
    assertEquals("spec:1:44", merged.keySpan("n").orElseThrow().toString());
  }

  @Test
  void scalarsHaveTheSameValueAsInJson() {
    Mapping root =
        read(
            "{a: +12, b: 1.50, c: 1e3, d: -0, e: True, i: False, j: FALSE, f: ~, g: 'it''s', h:"
                + " \"\\x41\"}");
    assertEquals(
        List.of("12", "1.5", "1000", "0", "true", "false", "false", "null", "it's", "A"),
        root.values().stream().map(value -> ((Scalar) value).text()).toList());
    assertEquals(
        List.of("+12", "1.50", "1e3", "-0", "True", "False", "FALSE", "~", "it's", "A"),
        root.values().stream().map(value -> ((Scalar) value).written()).toList());
    assertTrue(root.isTrue("e"));
    assertEquals(List.of("a", "b", "c", "d", "e", "i", "j", "g", "h"), set(root));
  }

  private static List<String> set(Mapping mapping) {
    return mapping.keys().stream().filter(key -> mapping.get(key).isPresent()).toList();
  }
}
