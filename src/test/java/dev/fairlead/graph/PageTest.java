package dev.fairlead.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Chromium;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code graph} in a real browser: whether people can read it and move in it. */
class PageTest {
  @TempDir Path temp;

  @BeforeAll
  static void browser() {
    External.require("chromium");
  }

  private Chromium open(List<String> files, String name) throws Exception {
    List<String> args = new ArrayList<>(List.of("graph", "--output", "html"));
    args.addAll(files);
    Path page = Files.writeString(temp.resolve(name + ".html"), Cli.run(args, "").out());
    Chromium chromium = Chromium.open(page, Files.createDirectory(temp.resolve(name)));
    chromium.evaluate(Files.readString(Path.of("src/test/resources/graph-page.js")) + ";0");
    return chromium;
  }

  private String specs(int volumes) throws IOException {
    Path file = temp.resolve(volumes + ".fairlead.yaml");
    return Files.writeString(file, ManyDisks.spec(volumes)).toString();
  }

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Stream.of(3, 30, 300)
        .map(n -> dynamicTest(n + " volumes", () -> readable(List.of(specs(n)), "n" + n)));
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return GraphCasesTest.folders()
        .map(
            folder ->
                dynamicTest(
                    folder.toString(),
                    () ->
                        readable(
                            List.of(GraphCasesTest.input(folder)),
                            folder.getFileName().toString())));
  }

  private void readable(List<String> files, String name) throws Exception {
    try (Chromium page = open(files, name)) {
      for (String question : List.of("overlaps", "texts", "edges")) {
        assertNothing(page, question);
      }
      for (String scheme : List.of("light", "dark")) {
        page.prefer(scheme);
        assertNothing(page, "contrast");
      }
      String dark = color(page);
      page.evaluate("at('theme').click()");
      assertNotEquals(dark, color(page));
      assertNothing(page, "contrast");
      assertEquals(0, page.evaluate("performance.getEntriesByType('resource').length").asInt());
    }
  }

  private static void assertNothing(Chromium page, String question) throws Exception {
    assertEquals("[]", page.evaluate("ask." + question + "()").toString(), question);
  }

  private static String color(Chromium page) throws Exception {
    return page.evaluate("getComputedStyle(document.body).backgroundColor").asText();
  }

  @Test
  void searchNarrowsAndKeysMove() throws Exception {
    try (Chromium page = open(List.of(specs(30)), "keys")) {
      page.press("/");
      assertEquals("search", page.evaluate("document.activeElement.id").asText());
      for (String letter : "pvc-shop-data-1".split("")) {
        page.press(letter);
      }
      assertTrue(page.evaluate("at('hits').textContent").asText().startsWith("1 of "));
      assertEquals(1, page.evaluate("nodes.filter(n => !n.matches('.off')).length").asInt());
      page.press("Enter");
      assertEquals("pvc-shop-data-1", focused(page));
      assertEquals("pvc-shop-data-1", details(page));
      page.press("ArrowRight");
      assertEquals("shop-data-1", focused(page));
      page.press("ArrowDown");
      assertEquals("shop-data-2", focused(page));
      page.press("ArrowRight");
      assertEquals("vol-00000000000000002", focused(page));
      page.press("ArrowLeft");
      page.press("ArrowLeft");
      page.press("ArrowLeft");
      assertEquals("shop-0", focused(page));
      assertEquals(10, page.evaluate("document.querySelectorAll('.node.chain').length").asInt());
      page.press("Escape");
      assertEquals("", page.evaluate("search.value + at('hits').textContent").asText());
      assertEquals(0, page.evaluate("document.querySelectorAll('.off, .chosen').length").asInt());
      page.press("/");
      for (int i = 0;
          i < 12 && !page.evaluate("document.activeElement.matches('.node')").asBoolean();
          i++) {
        page.press("Tab");
      }
      assertEquals("shop-0", focused(page));
    }
  }

  private static String focused(Chromium page) throws Exception {
    return page.evaluate("document.activeElement.querySelector('.name').textContent").asText();
  }

  private static String details(Chromium page) throws Exception {
    return page.evaluate("at('details').querySelector('h2').textContent").asText();
  }

  @Test
  void hostileTextRunsNothing() throws Exception {
    Path file = temp.resolve("<img src=x onerror=hacked=1>.fairlead.yaml");
    Files.writeString(
        file, HostileNamesTest.spec("\"><script>hacked=1</script><b onclick='hacked=1'>"));
    try (Chromium page = open(List.of(file.toString()), "hostile")) {
      assertEquals("undefined", page.evaluate("typeof hacked").asText());
      assertEquals(1, page.evaluate("document.scripts.length").asInt());
      assertEquals(0, page.evaluate("document.querySelectorAll('img').length").asInt());
      for (String question : List.of("overlaps", "texts", "edges", "contrast")) {
        assertNothing(page, question);
      }
      // The policy lets nothing run but the script of the page.
      page.evaluate(
          "const added = document.createElement('script'); added.textContent = 'hacked=1';"
              + "document.body.append(added); document.body.setAttribute('onclick', 'hacked=1');"
              + "document.body.click()");
      assertEquals("undefined", page.evaluate("typeof hacked").asText());
    }
  }
}
