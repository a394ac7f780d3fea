package dev.fairlead.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file has stays when fairlead writes it, or nothing is written. */
class WholeFileTest {
  private static final byte[] OLD = {'o', 'l', 'd'};
  private static final byte[] NEW = {'n', 'e', 'w'};
  private static final byte[] OTHERS = {'x'};
  private static final String SPEC =
      "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\n"
          + "claims: [{name: a, storage: 1Gi}]\n";

  @TempDir Path temp;

  private Path file() throws IOException {
    return Files.write(temp.resolve("a"), OLD);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(temp)) {
      return entries.sorted().toList();
    }
  }

  @Test
  void modeOwnerAndAttributesStay() throws IOException {
    Path file = file();
    Files.setAttribute(file, "unix:mode", 02640);
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) {
      Files.setAttribute(file, "unix:uid", 12);
      Files.setAttribute(file, "unix:gid", 13);
      Files.setAttribute(file, "unix:mode", 02640);
    }
    var extended = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    extended.write("fairlead", java.nio.ByteBuffer.wrap(OTHERS));
    Object before = Files.readAttributes(file, "unix:mode,uid,gid");
    WholeFile.at(file).replace(OLD, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(before, Files.readAttributes(file, "unix:mode,uid,gid"));
    assertEquals(List.of("fairlead"), extended.list());
    assertEquals(List.of(file), entries());
  }

  @Test
  void aFileThatNobodyMayWriteStaysSo() throws IOException {
    Path file = file();
    Files.setAttribute(file, "unix:mode", 0444);
    WholeFile.at(file).replace(OLD, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(0444, (int) Files.getAttribute(file, "unix:mode") & 07777);
  }

  @Test
  void somebodysNewerEditStays() throws IOException {
    Path file = file();
    Files.write(file, OTHERS);
    WholeFile whole = WholeFile.at(file);
    assertThrows(IOException.class, () -> whole.replace(OLD, NEW));
    assertThrows(IOException.class, () -> whole.delete(OLD));
    assertThrows(IOException.class, () -> whole.create(NEW));
    assertArrayEquals(OTHERS, Files.readAllBytes(file));
    assertEquals(List.of(file), entries());
  }

  /** Two calls at once that write the same. */
  @Test
  void theSameByAnotherCallIsFine() throws IOException {
    Path file = Files.write(temp.resolve("a"), NEW);
    WholeFile.at(file).replace(OLD, NEW);
    WholeFile.at(file).create(NEW);
    Files.delete(file);
    WholeFile.at(file).delete(OLD);
    assertEquals(List.of(), entries());
  }

  @Test
  void hardLinksStay() throws IOException {
    Path file = file();
    Path other = Files.createLink(temp.resolve("b"), file);
    IOException refused =
        assertThrows(IOException.class, () -> WholeFile.at(file).replace(OLD, NEW));
    assertTrue(refused.getMessage().contains("hard link"), refused.getMessage());
    assertArrayEquals(OLD, Files.readAllBytes(other));
    assertTrue(Files.isSameFile(file, other));
  }

  @Test
  void aVanishedFileIsNotMadeAgain() throws IOException {
    Path file = file();
    WholeFile whole = WholeFile.at(file);
    Files.delete(file);
    assertThrows(IOException.class, () -> whole.replace(OLD, NEW));
    assertEquals(List.of(), entries());
  }

  @Test
  void fixAndRenderedFoldersUseIt() throws IOException {
    Path spec = Files.writeString(temp.resolve("a.fairlead.yaml"), SPEC);
    Path folder = temp.resolve("out");
    Cli.run("render", "--output-dir", folder.toString(), spec.toString());
    Path rendered = folder.resolve("persistentvolumeclaim-a.yaml");
    Files.setAttribute(rendered, "unix:mode", 0600);
    Files.writeString(spec, SPEC.replace("storage:", "storag:"));
    Files.setAttribute(spec, "unix:mode", 0604);
    assertEquals(0, Cli.run("fix", spec.toString()).code());
    assertEquals(0604, (int) Files.getAttribute(spec, "unix:mode") & 07777);
    Files.writeString(spec, SPEC.replace("1Gi", "2Gi"));
    assertEquals(0, Cli.run("render", "--output-dir", folder.toString(), spec.toString()).code());
    assertEquals(0600, (int) Files.getAttribute(rendered, "unix:mode") & 07777);
    assertTrue(Files.readString(rendered).contains("2Gi"));
    Path link = Files.createLink(temp.resolve("b"), spec);
    Files.writeString(spec, SPEC.replace("storage:", "storag:"));
    Cli.Result refused = Cli.run("fix", spec.toString());
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("hard link"), refused.err());
    assertTrue(Files.isSameFile(spec, link));
  }

  /** A limit on the size of files fails like a full disk. */
  @Test
  void onAFullDiskTheOldFileStays() throws IOException {
    External.require("bash");
    Installed.copiedTo(temp);
    String small = "a: " + "x".repeat(10);
    String large = "a: " + "x".repeat(5000);
    String body = SPEC.replace("}]", ", annotations: {%s}}]");
    Path spec = Files.writeString(temp.resolve("a.fairlead.yaml"), body.formatted(small));
    Path folder = temp.resolve("out");
    assertEquals(0, Cli.run("render", "--output-dir", folder.toString(), spec.toString()).code());
    Path rendered = folder.resolve("persistentvolumeclaim-a.yaml");
    String before = Files.readString(rendered);
    String wrong = body.formatted(large).replace("storage:", "storag:");
    Files.writeString(spec, body.formatted(large));
    Path slip = Files.writeString(temp.resolve("slip.fairlead.yaml"), wrong);
    for (String line :
        List.of("render --output-dir out a.fairlead.yaml", "fix slip.fairlead.yaml")) {
      External.Result result = External.run(temp, "bash", "-c", "ulimit -f 1; ./fairlead " + line);
      assertEquals(2, result.code(), result.err());
      assertTrue(result.err().contains("can't write the output"), result.err());
    }
    assertEquals(before, Files.readString(rendered));
    assertEquals(wrong, Files.readString(slip));
    try (Stream<Path> all = Files.walk(temp)) {
      assertTrue(all.noneMatch(path -> path.toString().endsWith(".tmp")));
    }
  }
}
