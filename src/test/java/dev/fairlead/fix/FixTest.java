package dev.fairlead.fix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code fairlead fix} on files: testdata/fix contains specs, the fixed specs and the reported
 * changes.
 */
class FixTest {
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: a}
      volumes:
        - {name: a, storage: 1Gi, nfs: {server: nfs.example.com, path: /a}, %s: true}
      """;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("fix").stream()
        .map(path -> dynamicTest(path.toString(), () -> check(path)));
  }

  private void check(Path path) throws IOException {
    Path spec = path.resolve("spec.fairlead.yaml");
    Path copy = folder.resolve("spec.fairlead.yaml");
    byte[] before = Files.readAllBytes(spec);
    Files.write(copy, before);
    Cli.Result result = Cli.run("fix", copy.toString());
    assertEquals("", result.out());
    Golden.check(path.resolve("changes.txt"), result.err().replace(folder + "/", ""));
    String text = Files.readString(copy);
    Golden.check(path.resolve("fixed.yaml"), text);
    Cli.Result check = Cli.run("check", copy.toString());
    assertEquals(check.code(), result.code(), check.out());

    long changes = result.err().lines().filter(line -> line.contains(" -> ")).count();
    byte[] onlyOnce = Files.readAllBytes(copy);
    Cli.Result again = Cli.run("fix", "--set-exit-if-changed", copy.toString());
    assertEquals(check.code(), again.code(), again.err());
    assertArrayEquals(onlyOnce, Files.readAllBytes(copy));

    Cli.Result piped = Cli.run(List.of("fix", "-"), before, java.util.Map.of());
    assertEquals(text, piped.out());
    assertEquals(
        result.err().replace(copy.toString(), "<stdin>"), piped.err(), "standard input differs");
    Files.write(copy, before);
    assertEquals(
        changes > 0 ? 1 : check.code(),
        Cli.run("fix", "--set-exit-if-changed", copy.toString()).code());
  }

  private Path write(String name, String key) throws IOException {
    return Files.writeString(folder.resolve(name), SPEC.formatted(key));
  }

  @Test
  void permissionsStayAndALinkStaysALink() throws IOException {
    Path file = write("a.fairlead.yaml", "reserv");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr----x"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
    assertEquals(0, Cli.run("fix", link.toString()).code());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(SPEC.formatted("reserve"), Files.readString(file));
    assertEquals("rwxr----x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "a temporary file is left");
    }
  }

  @Test
  void aFileWithoutAChangeIsNotTouched() throws IOException {
    Path file = write("a.fairlead.yaml", "reserve");
    Object inode = Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    Cli.Result result = Cli.run("fix", file.toString());
    assertEquals(new Cli.Result(0, "", ""), result);
    assertEquals(inode, Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aFolderStandsForItsSpecs() throws IOException {
    Path first = write("a.fairlead.yaml", "reserv");
    Path second = write("b.fairlead.yaml", "reserv");
    Path other = write("c.yaml", "reserv");
    Cli.Result result = Cli.run("fix", folder.toString());
    // Both name their volume "a". That is an error of the call, which no single file shows.
    assertEquals(1, result.code());
    assertTrue(
        result
            .err()
            .endsWith(
                "changed 2 places; 2 errors remain in "
                    + second
                    + ": run fairlead check to see them\n"),
        result.err());
    assertTrue(Files.readString(first).contains("reserve"));
    assertTrue(Files.readString(second).contains("reserve"));
    assertEquals(SPEC.formatted("reserv"), Files.readString(other));
  }

  @Test
  void unreadableFilesAreReportedAndTheRestIsFixed() throws IOException {
    Path file = write("a.fairlead.yaml", "reserv");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "# \u00E4\n".getBytes(StandardCharsets.ISO_8859_1));
    Cli.Result result =
        Cli.run("fix", folder.resolve("none.yaml").toString(), file.toString(), latin.toString());
    assertEquals(2, result.code());
    assertTrue(
        result.err().contains("none.yaml: error: can't be read: no such file"), result.err());
    assertTrue(result.err().contains("reserv -> reserve"), result.err());
    assertTrue(result.err().contains("2 errors remain"), result.err());
    assertEquals(4, Files.size(latin));
  }

  @Test
  void aHiddenKeyIsFixedToo() throws IOException {
    String deep = SPEC.formatted("reserve").replace("volumes", "volums").replace("path", "pth");
    Path file = Files.writeString(folder.resolve("a.fairlead.yaml"), deep.replace("pth", "Path"));
    assertEquals(0, Cli.run("fix", file.toString()).code());
    assertEquals(SPEC.formatted("reserve"), Files.readString(file));
  }
}
