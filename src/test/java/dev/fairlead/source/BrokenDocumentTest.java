package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.testing.Cli;
import dev.fairlead.tree.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A syntax error in one document leaves the others as they are. */
class BrokenDocumentTest {
  /** Texts that are no document, each for another reason of the parser. */
  private static final String[] BROKEN = {
    "a: [b\n",
    "a: \"b\n",
    "a: 'b\nc\n",
    "a: {b: [c\n",
    "a: b\n  c: d\n",
    " a: b\nc: d\n",
    "a: |\n    b\n  c\n",
    "- a\n b\n- c: d: e\n",
    "a: @b\n",
    "\ta: b\n",
    "? [a]\n: b\n",
    "a: b\nc\nd: e\n",
    "a: \"\\d\"\n",
    "a: !<b c\n",
    "%a\n",
    "a: }\n",
    "- a\nb: c\n",
    "a: 'b' c\n"
  };

  private final Diagnostics diagnostics = new Diagnostics();

  private List<Document> read(String text) {
    return SpecReader.ofManifests(diagnostics)
        .read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> texts(List<Document> documents) {
    return documents.stream().map(document -> document.root().span().text()).toList();
  }

  @Test
  void documentsBeforeAndAfterItAreRead() {
    for (String broken : BROKEN) {
      Diagnostics found = new Diagnostics();
      List<Document> documents =
          SpecReader.ofManifests(found)
              .read(
                  "a.yaml",
                  ("x: 1\n---\n" + broken + "---\ny: 2\n--- # z\nz: 漢🚢\n")
                      .getBytes(StandardCharsets.UTF_8));
      assertEquals(List.of("x: 1", "y: 2", "z: 漢🚢"), texts(documents), broken);
      assertEquals(1, found.count(), broken);
      assertTrue(found.hasErrors(), broken);
      assertEquals(Code.YAML_SYNTAX, found.sorted().get(0).code(), broken);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--- ", "---\r", "---"})
  void markersEndWithSpaceOrALine(String marker) {
    assertEquals(List.of("b: 1"), texts(read("a: [\n" + marker + "\nb: 1\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ---\nb: 1\n", "---b: 1\n", "x---\nb: 1\n", "----\nb: 1\n"})
  void otherLinesAreNoMarkers(String after) {
    assertEquals(List.of(), read("a: }\n" + after));
    assertEquals(1, diagnostics.count());
  }

  /** In YAML no text has such a line, whatever it looks like. */
  @Test
  void aMarkerEndsABlockOfTextToo() {
    assertEquals(List.of("b: 1"), texts(read("a: |\n  x\n ]: [\n---\nb: 1\n")));
    assertEquals(List.of("a: |\n  --- x\n", "b: 1"), texts(read("a: |\n  --- x\n---\nb: 1\n")));
  }

  @Test
  void errorsOfAllDocumentsAreFound() {
    read("a: [\n---\nb: {\n---\nc: ok\n---\nd: \"\n");
    assertEquals(
        List.of(1, 3, 7), diagnostics.sorted().stream().map(f -> f.span().line()).toList());
  }

  @Test
  void afterManyErrorsTheRestIsNotRead() {
    read("--- }\n".repeat(10_000));
    assertEquals(100, diagnostics.count());
  }

  @Test
  void escapesOfOtherReadersAreKnownAfterIt() {
    assertEquals(2, read("a: \"\\L\"\n---\nb: }\n---\nc: \"\\P\"\n").size());
    assertEquals(1, diagnostics.count());
  }

  @Test
  void nothingIsRendered() {
    Cli.Result result =
        Cli.run(
            List.of("render", "-"),
            """
            apiVersion: fairlead.dev/v1
            kind: Storage
            metadata: {name: shop}
            volumes:
              - {name: a, storage: 1Gi, nfs: {server: a, path: /a}}
            ---
            a: [
            ---
            apiVersion: fairlead.dev/v1
            kind: Storage
            metadata: {name: blog}
            volumes:
              - {name: b, storage: 1Gi, nfs: {server: a, path: /b}}
            """);
    assertEquals(1, result.code());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().filter(line -> line.contains("error:")).count());
  }
}
