package dev.fairlead.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.pipeline.SpecInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to single requests: what belongs to them, and what doesn't. */
class RequestsTest {
  private static final String FILE = "a.fairlead.yaml";

  private static final String TWO =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: one, namespace: one}
      volumes:
        - {name: first, storage: 1Gi, reserve: true, nfs: {server: nfs.example.com, path: /a}}
      workloads:
        - name: w
          containers:
            - {name: c, image: "nginx:1.27", mounts: {/a: first}}
      ---
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: two, namespace: two}
      volumes:
        - {name: second, storage: 1Gi, reserve: true, nfs: {server: nfs.example.com, path: /b}}
      workloads:
        - name: w
          containers:
            - {name: c, image: "nginx:1.27", mounts: {/b: second}}
      """;

  private static final String SLIPS =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: disk-not-retained, namespace: shop}
      volumes:
        - {name: first, storage: 1Gi, reserv: true, nfs: {server: nfs.example.com, path: /a}}
        - {name: second, storage: 1Gi, reclaimPolicy: retain, nfs: {server: nfs.example.com, path: /b}}
      """;

  @TempDir Path folder;

  @Test
  void aNameEndsBehindItsLastLetter() {
    Analysis analysis = analysis(TWO);
    int start = TWO.indexOf("first");
    for (int offset : new int[] {start, start + 2, start + "first".length()}) {
      assertEquals("first", analysis.names().at(FILE, offset).orElseThrow().name().text());
    }
    assertTrue(analysis.names().at(FILE, start - 1).isEmpty());
    assertTrue(analysis.names().at(FILE, start + "first".length() + 1).isEmpty());
  }

  @Test
  void volumesOfOtherDocumentsAreNotOffered() {
    assertEquals(List.of("first"), completed(TWO, "{/a: ", "first}}".length()));
    assertEquals(List.of("second"), completed(TWO, "{/b: ", "second}}".length()));
  }

  /** What is offered behind a text, in place of so many characters. */
  private static List<String> completed(String text, String behind, int replaced) {
    int cursor = text.indexOf(behind) + behind.length();
    String typed = text.substring(0, cursor) + text.substring(cursor + replaced);
    Analysis analysis = new Analyzer().analyze(List.of(spec(FILE, text)));
    SourceFile now = new SourceFile(FILE, typed);
    return new Completions()
        .at(analysis, now, Places.position(now, cursor)).stream()
            .map(CompletionItem::getLabel)
            .toList();
  }

  @Test
  void driversWithoutVolumesAreNotOffered() {
    String spec = TWO.replace("nfs: {server: nfs.example.com, path: /a}", "csi: {driver: x}");
    List<String> drivers = completed(spec, "csi: {driver: ", 1);
    assertTrue(drivers.contains("ebs.csi.aws.com"));
    assertFalse(drivers.contains("secrets-store.csi.k8s.io"), drivers::toString);
  }

  @Test
  void aNameOfMoreThan253CharactersIsRefused() {
    Rename rename = new Rename(analysis(TWO), new Workspace());
    int offset = TWO.indexOf("first");
    assertThrows(ResponseErrorException.class, () -> rename.edits(FILE, offset, "a".repeat(254)));
    assertEquals(1, rename.edits(FILE, offset, "a".repeat(253)).getChanges().size());
  }

  @Test
  void referencesMayBeWithoutTheDefinition() {
    References references = new References(analysis(TWO), new Workspace());
    int offset = TWO.indexOf("first");
    assertEquals(List.of(4, 8), lines(references.all(FILE, offset, true)));
    assertEquals(List.of(8), lines(references.all(FILE, offset, false)));
    assertEquals(List.of(4), lines(references.definitions(FILE, offset)));
  }

  private static List<Integer> lines(List<Location> locations) {
    return locations.stream().map(place -> place.getRange().getStart().getLine()).toList();
  }

  @Test
  void hintsAreThoseOfTheFile() {
    Analysis analysis =
        new Analyzer()
            .analyze(
                List.of(
                    spec(FILE, TWO),
                    spec(
                        "b.fairlead.yaml",
                        TWO.replace("first", "third").replace("second", "fourth"))));
    assertEquals(
        List.of("claim one/pvc-first", "claim two/pvc-second"),
        InlayHints.of(analysis, FILE).stream().map(hint -> hint.getLabel().getLeft()).toList());
  }

  @Test
  void fixesAreThoseOfTheRange() {
    assertEquals(
        List.of("Change reserv to reserve", "Explain unknown-key"),
        titles(4, Optional.of("quickfix")));
    assertEquals(
        List.of("Change retain to Retain", "Explain unknown-value"),
        titles(5, Optional.of("quickfix")));
    assertEquals(List.of(), titles(0, Optional.of("quickfix")));
    String all = "Fix all clear mistakes in this file (2)";
    assertEquals(List.of(all), titles(0, Optional.of("source.fixAll")));
    assertEquals(List.of(all), titles(0, Optional.empty()));
    assertEquals(List.of(), titles(0, Optional.of("refactor")));
  }

  private static List<String> titles(int line, Optional<String> only) {
    Analysis analysis = analysis(SLIPS);
    Range range = new Range(new Position(line, 0), new Position(line, 200));
    return new QuickFixes()
        .in(analysis, analysis.files().get(FILE), "file:///a", range, only.map(List::of)).stream()
            .map(CodeAction::getTitle)
            .toList();
  }

  @Test
  void onlyIgnoredCodesAreLinks() {
    Analysis analysis = analysis(SLIPS);
    assertEquals(List.of(), ExplainedCodes.links(analysis.documents().get(FILE)));
  }

  @Test
  void aHoverShowsTheFirstManifestsOfARange() {
    String many =
        TWO.replace("name: first", "name: \"disk-{0..9}\"")
            .replace("path: /a", "path: \"/{name}\"");
    Analysis analysis = analysis(many.replace("/a: first", "/a: disk-0"));
    int offset = many.indexOf("disk-{") + 2;
    String text =
        new Hovers().at(analysis, FILE, offset).orElseThrow().getContents().getRight().getValue();
    assertEquals(4, Stream.of(text.split("\n")).filter(line -> line.startsWith("kind: ")).count());
    assertTrue(text.contains("and 16 more manifests"), text);
  }

  @Test
  void aPlaceBehindTheLineIsItsEnd() {
    SourceFile file = new SourceFile(FILE, "ab\r\ncd");
    assertEquals(2, Places.offset(file, new Position(0, 9)));
    assertEquals(6, Places.offset(file, new Position(1, 9)));
    assertEquals(6, Places.offset(file, new Position(7, 0)));
  }

  @Test
  void onlySpecsAreJudged() {
    Workspace workspace = new Workspace();
    String other = folder.resolve("notes.yaml").toUri().toString();
    workspace.open(other, "kind: Pod\n");
    assertEquals(List.of(), workspace.specs());
    workspace.open(other, TWO);
    assertEquals(1, workspace.specs().size());
    workspace.close(other);
    assertEquals(List.of(), workspace.specs());
  }

  @Test
  void anEditorThatDoesNotSayGoodbyeIsTold() throws Exception {
    TestClient client = new TestClient();
    client.initialize(folder);
    client.tell("exit", null);
    assertFalse(client.end());
  }

  @Test
  void findingsOfFilesThatAreNotOpenAreShown() throws Exception {
    Path closed = Files.writeString(folder.resolve("closed.fairlead.yaml"), SLIPS);
    TestClient client = new TestClient();
    client.initialize(folder.toRealPath());
    String uri = closed.toRealPath().toUri().toString();
    assertEquals(2, client.findings(uri).path("params").path("diagnostics").size());
    client.close();
  }

  @Test
  void anOpenSpecWithoutFindingsIsToldSo() throws Exception {
    TestClient client = new TestClient();
    client.initialize(folder.toRealPath());
    String uri = folder.toRealPath().resolve("open.fairlead.yaml").toUri().toString();
    Object text = Map.of("uri", uri, "languageId", "yaml", "version", 1, "text", TWO);
    client.tell("textDocument/didOpen", Map.of("textDocument", text));
    assertEquals(0, client.findings(uri).path("params").path("diagnostics").size());
    client.close();
  }

  private static Analysis analysis(String text) {
    return new Analyzer().analyze(List.of(spec(FILE, text)));
  }

  private static SpecInput spec(String name, String text) {
    return new SpecInput(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
