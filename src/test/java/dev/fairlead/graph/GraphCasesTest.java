package dev.fairlead.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pictures in testdata/graph, in all formats, to the byte. */
class GraphCasesTest {
  static Stream<Path> folders() {
    return Golden.cases("graph").stream();
  }

  /** The spec, or else the manifests, of a case. */
  static String input(Path folder) {
    Path spec = folder.resolve("spec.fairlead.yaml");
    return (Files.exists(spec) ? spec : folder.resolve("input.yaml")).toString();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return folders().map(folder -> dynamicTest(folder.toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    Golden.check(folder.resolve("expected.mmd"), graph(folder, "mermaid"));
    Golden.check(folder.resolve("expected.dot"), graph(folder, "dot"));
    String page = graph(folder, "html");
    // The style and the script are files of their own.
    String own =
        page.replaceFirst("(?s)<style>.*?</style>", "")
            .replaceFirst("(?s)<script>.*?</script>", "");
    Golden.check(folder.resolve("expected.html"), own.replaceAll("'sha256-[^']*'", "'sha256'"));
  }

  private static String graph(Path folder, String format) {
    Cli.Result result = Cli.run("graph", "--output", format, input(folder));
    assertTrue(result.code() <= 1, result.err());
    return result.out();
  }

  @Test
  void theDocumentationShowsAPictureThatWasMade() throws IOException {
    String picture = Files.readString(Path.of("testdata/graph/specs/expected.mmd"));
    assertTrue(
        Files.readString(Path.of("docs/graph.md")).contains("```mermaid\n" + picture + "```"));
  }

  /** Whatever the other commands take can be drawn. */
  @TestFactory
  Stream<DynamicTest> others() {
    return Stream.of("render", "reject", "warn", "verify", "doctor", "import")
        .flatMap(name -> Golden.cases(name).stream())
        .map(folder -> dynamicTest(folder.toString(), () -> draws(folder)));
  }

  private static void draws(Path folder) {
    for (String format : List.of("mermaid", "dot", "html")) {
      Cli.Result result = Cli.run("graph", "--output", format, folder.toString());
      assertTrue(result.code() <= 2, result.err());
      assertTrue(result.code() == 2 || !result.out().isEmpty(), result.err());
    }
  }
}
