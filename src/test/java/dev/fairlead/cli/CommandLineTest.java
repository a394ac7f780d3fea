package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, streams and exit codes. testdata/console covers the output. */
class CommandLineTest {
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: %s}
      volumes:
        - {name: %s, storage: 1Gi, nfs: {server: nfs.example.com, path: /%s}}
      """;

  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  private static String spec(String name) {
    return SPEC.formatted(name, name, name);
  }

  @Test
  void aMissingFileIsUnreadable() {
    Cli.Result result = Cli.run("render", folder.resolve("none.yaml").toString());
    assertEquals(2, result.code());
    assertEquals("", result.out());
    assertEquals(
        folder + "/none.yaml: error: can't be read: no such file or folder [unreadable-file]\n",
        result.err());
  }

  @Test
  void aMissingFileDoesNotHideErrorsInOthers() throws IOException {
    String bad = write("bad.yaml", spec("a").replace("storage", "storag"));
    Cli.Result result = Cli.run("check", folder.resolve("none.yaml").toString(), bad);
    assertEquals(2, result.code());
    assertTrue(
        result.out().contains("[unreadable-file]") && result.out().contains("[unknown-key]"));
  }

  @Test
  void emptyFilesAreAnError() throws IOException {
    for (String text :
        List.of("", "\n\n", "# only a comment\n", "---\n---\n", "\uFEFF", "null\n")) {
      Cli.Result result = Cli.run("render", write("empty.yaml", text));
      assertEquals(2, result.code(), text);
      assertEquals("", result.out());
      assertEquals(
          folder + "/empty.yaml: error: the file has no content [no-specs]\n", result.err());
    }
    assertEquals(2, Cli.run(List.of("render", "-"), "").code());
  }

  @Test
  void aFolderWithoutSpecsIsAnError() throws IOException {
    write("specs/other.yaml", "a: b");
    Cli.Result result = Cli.run("check", folder.resolve("specs").toString());
    assertEquals(2, result.code());
    assertTrue(result.out().contains("no *.fairlead.yaml files [no-specs]"), result.out());
  }

  @Test
  void aFolderStandsForItsSpecsInOrder() throws IOException {
    write("specs/b.fairlead.yaml", spec("b"));
    write("specs/a/z.fairlead.yml", spec("z"));
    write("specs/a.fairlead.yaml", spec("a"));
    write("specs/other.yaml", "not: a spec");
    Files.createSymbolicLink(
        folder.resolve("specs/link.fairlead.yaml"), folder.resolve("specs/other.yaml"));
    Cli.Result result = Cli.run("render", folder.resolve("specs").toString());
    assertEquals(0, result.code(), result.err());
    assertEquals(List.of("  name: a", "  name: z", "  name: b"), names(result.out()));
  }

  private static List<String> names(String yaml) {
    return yaml.lines().filter(line -> line.startsWith("  name: ")).toList();
  }

  @Test
  void aFileNamedTwiceIsReadOnce() throws IOException {
    String file = write("specs/a.fairlead.yaml", spec("a"));
    String other = folder + "/specs/../specs/a.fairlead.yaml";
    Cli.Result result = Cli.run("render", file, folder.resolve("specs").toString(), other);
    assertEquals(0, result.code(), result.err());
    assertEquals(1, names(result.out()).size());
  }

  @Test
  void rulesHoldAcrossFiles() throws IOException {
    String a = write("a.yaml", spec("same"));
    String b = write("b.yaml", spec("same"));
    Cli.Result result = Cli.run("render", a, b);
    assertEquals(1, result.code());
    assertTrue(result.err().contains(b + ":5:12: error: volume \"same\" is defined twice"));
  }

  @Test
  void largeInputWorks() {
    StringBuilder spec =
        new StringBuilder(
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: large}\nvolumes:\n");
    for (int i = 0; spec.length() < 4 * 1024 * 1024; i++) {
      spec.append(
          "- {name: v" + i + ", storage: 1Gi, nfs: {server: nfs.example.com, path: /v" + i + "}}");
      spec.append(" # ").append("x".repeat(200)).append('\n');
    }
    Cli.Result result = Cli.run(List.of("render", "-"), spec.toString());
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().endsWith("volumeMode: Filesystem\n"));
  }

  @Test
  void oneLongValueWorks() {
    String value = "x".repeat(2_000_000);
    String spec = spec("a").replace("path: /a", "path: /" + value);
    Cli.Result result = Cli.run(List.of("render", "-"), spec);
    assertEquals(0, result.code(), result.err().substring(0, Math.min(500, result.err().length())));
    assertTrue(result.out().contains(value));
  }

  @Test
  void nothingIsPrintedIfThereIsAnError() throws IOException {
    String text = spec("a") + "---\n" + spec("b").replace("1Gi", "1GB");
    Cli.Result result = Cli.run("render", write("a.yaml", text));
    assertEquals(1, result.code());
    assertEquals("", result.out());
  }

  @Test
  void anotherDiskForAnotherPodChangesNothingElse() {
    String two = each(2);
    String three = each(3);
    List<String> before = List.of(two.replace("replicas: 2", "replicas: 3").split("(?m)^---\n"));
    List<String> after = List.of(three.split("(?m)^---\n"));
    assertEquals(before.size() + 2, after.size());
    before.forEach(document -> assertTrue(after.contains(document), document));
  }

  private static String each(int disks) {
    StringBuilder spec =
        new StringBuilder(
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\nvolumes:\n");
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < disks; i++) {
      spec.append(
          "- {name: d" + i + ", storage: 1Gi, csi: {driver: d, volumeHandle: h" + i + "}}\n");
      list.append("d" + i + ", ");
    }
    spec.append(
        "workloads:\n- {name: db, kind: StatefulSet, replicas: " + disks + ", containers: [");
    spec.append("{name: a, image: i, mounts: {/data: {each: [" + list + "], name: data}}}]}\n");
    Cli.Result result = Cli.run(List.of("render", "-"), spec.toString());
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  @Test
  void colorsAreForTerminals() throws IOException {
    String bad = write("bad.yaml", spec("a").replace("storage", "storag"));
    List<String> check = List.of("check", bad);
    assertFalse(Cli.run(check, "").out().contains("\u001B"));
    assertTrue(Cli.run(check, new byte[0], Map.of(), true).out().contains("\u001B[1;31merror:"));
    assertFalse(
        Cli.run(check, new byte[0], Map.of("NO_COLOR", "1"), true).out().contains("\u001B"));
    assertFalse(Cli.run(check, new byte[0], Map.of("TERM", "dumb"), true).out().contains("\u001B"));
    assertTrue(
        Cli.run(List.of("check", "--color", "always", bad), new byte[0], Map.of("NO_COLOR", "1"))
            .out()
            .contains("\u001B"));
    assertFalse(
        Cli.run(List.of("check", "--color=never", bad), new byte[0], Map.of(), true)
            .out()
            .contains("\u001B"));
  }

  @Test
  void aFailureToWriteIsAnError() {
    Console full =
        new Console(
            InputStream.nullInputStream(),
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            OutputStream.nullOutputStream(),
            Map.of(),
            false,
            false,
            false);
    for (String output : List.of("yaml", "json")) {
      int code = Main.run(List.of("render", "--output", output, "testdata/render/sources"), full);
      assertEquals(2, code, output);
    }
    assertEquals(2, Main.run(List.of("--version"), full));
  }

  @Test
  void aReaderThatHasGoneIsNoMistake() {
    Console closed =
        new Console(
            InputStream.nullInputStream(),
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            new java.io.ByteArrayOutputStream(),
            Map.of(),
            false,
            false,
            false);
    assertEquals(141, Main.run(List.of("render", "testdata/render/finalizers"), closed));
    assertEquals(
        141, Main.run(List.of("check", "--report=json", "testdata/render/finalizers"), closed));
    assertEquals("", closed.err().toString());
  }

  @Test
  void aFolderWithASpecUnderAnotherNameSaysSo() throws IOException {
    write("specs/sub/disks.yaml", spec("a"));
    write("specs/chart.yaml", "a: b");
    Cli.Result result = Cli.run("check", folder.resolve("specs").toString());
    assertEquals(2, result.code());
    assertTrue(
        result.out().contains("no *.fairlead.yaml files, but \"sub/disks.yaml\" is a spec"),
        result.out());
    assertTrue(result.out().contains("hint: end the name"), result.out());
  }

  @Test
  void aBugHasItsOwnExitCode() {
    Console broken =
        new Console(
            new InputStream() {
              @Override
              public int read() {
                throw new IllegalStateException("boom");
              }
            },
            OutputStream.nullOutputStream(),
            new java.io.ByteArrayOutputStream(),
            Map.of(),
            false,
            false,
            false);
    assertEquals(3, Main.run(List.of("render", "-"), broken));
    String said = broken.err().toString();
    assertTrue(said.startsWith("fairlead 0.1.0 has a bug; please report it"), said);
    assertTrue(said.contains("IllegalStateException: boom"), said);
  }

  @Test
  void terminalEscapesInASpecDontReachTheTerminal() throws IOException {
    String spec = spec("a").replace("nfs:", "\"\\u202Enfs\":");
    Cli.Result result = Cli.run("check", write("a.yaml", spec));
    assertTrue(result.out().contains("\\u202Enfs"), result.out());
    byte[] raw = spec("a").replace("nfs", "\u001B[31mnfs").getBytes(StandardCharsets.UTF_8);
    Cli.Result escape = Cli.run(List.of("check", "-"), raw, Map.of());
    assertFalse(escape.out().contains("\u001B"), escape.out());
  }

  private static final String EXISTING =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: a}
      volumes:
        - {name: a, storage: 1Gi, nfs: {server: nfs.example.com, path: /a}}
      workloads:
        - {name: web, existing: true, containers: [{name: app, mounts: {/a: %s}}]}
      """;

  @Test
  void checkLooksUpExistingWorkloadsOnlyWithResources() {
    assertEquals(
        new Cli.Result(0, "", ""), Cli.run(List.of("check", "-"), EXISTING.formatted("a")));
    Cli.Result dangling = Cli.run(List.of("check", "-"), EXISTING.formatted("b"));
    assertEquals(1, dangling.code());
    assertEquals(1, dangling.out().split("error: ", -1).length - 1, dangling.out());
    assertTrue(dangling.out().contains("no volume or claim of this spec is named"), dangling.out());
    Cli.Result render = Cli.run(List.of("render", "-"), EXISTING.formatted("a"));
    assertEquals(1, render.code());
    assertTrue(render.err().contains("is not among the given manifests"), render.err());
  }

  @Test
  void anUnreadableFileMayContainTheWorkload() {
    List<String> args = List.of("render", "--resources", "none.yaml", "-");
    Cli.Result result = Cli.run(args, EXISTING.formatted("a"));
    assertEquals(2, result.code());
    assertEquals(
        "none.yaml: error: can't be read: no such file or folder [unreadable-file]\n",
        result.err());
  }
}
