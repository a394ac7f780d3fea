package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.input.FileBytes;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that a command line can have by accident or by malice. */
class NamedFilesTest {
  private static final String SPEC =
      "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\n"
          + "claims: [{name: a, storag: 1Gi}]\n";

  @TempDir Path temp;

  @Test
  void anEmptyNameIsNoFolder() {
    for (String command : List.of("check", "fix", "render", "verify")) {
      Cli.Result result = Cli.run(command, "");
      assertEquals(2, result.code());
      assertTrue(
          (result.out() + result.err()).contains("\"\": error: can't be read: its name is empty"));
    }
    Cli.Result generator =
        Cli.run(
            List.of(),
            "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n"
                + "  {apiVersion: fairlead.dev/v1, kind: StorageGenerator, metadata: {name: a},"
                + " files: [\"\"]}\n");
    assertEquals(1, generator.code(), generator.err());
  }

  @Test
  void aFileWithALineEndInItsNameIsFound() throws IOException {
    Files.writeString(temp.resolve("a\nb.fairlead.yaml"), SPEC);
    Cli.Result result = Cli.run("check", temp.toString());
    assertEquals(1, result.code());
    assertTrue(result.out().contains("a\\nb.fairlead.yaml:4:20: error: unknown key"), result.out());
  }

  @Test
  void aFileNamedLikeStandardInputIsFixed() throws IOException {
    Path file = Files.writeString(temp.resolve("<stdin>"), SPEC);
    Installed.copiedTo(temp);
    External.Result result =
        External.run(temp, temp.resolve("fairlead").toString(), "fix", "<stdin>");
    assertEquals("", result.out());
    assertEquals(0, result.code(), result.err());
    assertEquals(SPEC.replace("storag:", "storage:"), Files.readString(file));
  }

  @Test
  void allNamesOfAFileAreOne() throws IOException {
    Path file = Files.writeString(temp.resolve("a.fairlead.yaml"), SPEC.replace("ag:", "age:"));
    Files.createLink(temp.resolve("b.fairlead.yaml"), file);
    Path link = Files.createSymbolicLink(temp.resolve("c.fairlead.yaml"), file);
    Cli.Result result = Cli.run("check", temp.toString(), file.toString(), link.toString());
    assertEquals("", result.out());
    assertEquals(0, result.code());
  }

  @Test
  void aPipeIsRead() throws IOException {
    External.require("bash");
    Installed.copiedTo(temp);
    Files.writeString(temp.resolve("a.fairlead.yaml"), SPEC);
    for (String line :
        List.of(
            "./fairlead check <(cat a.fairlead.yaml)",
            "cat a.fairlead.yaml | ./fairlead check /dev/stdin",
            "./fairlead check /dev/stdin <a.fairlead.yaml")) {
      External.Result result = External.run(temp, "bash", "-c", line);
      assertTrue(result.out().contains(":4:20: error: unknown key \"storag\""), result.out());
      assertEquals(1, result.code());
    }
  }

  private static final String LIMIT = (FileBytes.LARGEST >> 20) + " MiB";

  @Test
  void anEndlessFileHasALimit() throws IOException {
    Cli.Result result = Cli.run("check", "/dev/zero");
    assertEquals(2, result.code());
    assertTrue(result.out().contains("/dev/zero: error: can't be read: it has more than " + LIMIT));
    Path large = temp.resolve("large.fairlead.yaml");
    try (var out = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      out.setLength(FileBytes.LARGEST + 1L);
    }
    Cli.Result regular = Cli.run("check", large.toString());
    assertTrue(regular.out().contains("it has more than " + LIMIT), regular.out());
  }

  /** Root can read every folder, so fairlead runs as another user if the tests run as root. */
  @Test
  void anUnreadableFolderHidesNoOther() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Installed.copiedTo(temp);
    Path specs = Files.createDirectory(temp.resolve("specs"));
    Files.writeString(specs.resolve("a.fairlead.yaml"), SPEC);
    Path secret = Files.createDirectory(specs.resolve("secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      External.require("setpriv");
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of(temp.resolve("fairlead").toString(), "check", "."));
    External.Result result = External.run(specs, Map.of(), command);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    assertEquals(2, result.code(), result.err());
    assertTrue(
        result.out().contains("secret: error: can't be read: permission denied"), result.out());
    assertTrue(result.out().contains("a.fairlead.yaml:4:20: error"), result.out());
  }

  @Test
  void aRepositoryRunsNoProgram() throws IOException {
    External.require("git");
    Installed.copiedTo(temp);
    Path repository = Files.createDirectory(temp.resolve("repository"));
    Files.writeString(repository.resolve("a.fairlead.yaml"), SPEC);
    Path trap = Files.writeString(temp.resolve("trap"), "#!/bin/sh\ntouch '" + temp + "/ran'\n");
    assertTrue(trap.toFile().setExecutable(true));
    for (String[] git :
        new String[][] {
          {"git", "init", "-q"},
          {"git", "add", "."},
          {"git", "config", "core.fsmonitor", trap.toString()}
        }) {
      assertEquals(0, External.run(repository, git).code());
    }
    External.Result result =
        External.run(repository, temp.resolve("fairlead").toString(), "check", "--tracked", ".");
    assertTrue(result.out().contains("a.fairlead.yaml:4:20: error"), result.out() + result.err());
    assertFalse(Files.exists(temp.resolve("ran")));
  }

  @Test
  void aFullDeviceIsNoBug() throws IOException {
    External.require("sh");
    Installed.copiedTo(temp);
    Files.writeString(temp.resolve("bad.fairlead.yaml"), SPEC);
    Files.writeString(temp.resolve("a.fairlead.yaml"), SPEC.replace("ag:", "age:"));
    for (String line :
        List.of(
            "render -o json a.fairlead.yaml",
            "render a.fairlead.yaml",
            "check --report json bad.fairlead.yaml",
            "check --report sarif bad.fairlead.yaml",
            "check --report junit bad.fairlead.yaml",
            "check --report github bad.fairlead.yaml",
            "check bad.fairlead.yaml",
            "explain volumes.reserve")) {
      External.Result result = External.run(temp, "sh", "-c", "./fairlead " + line + " >/dev/full");
      assertEquals(2, result.code(), line + ": " + result.err());
      assertTrue(result.err().startsWith("fairlead: can't write the output: "), result.err());
    }
  }
}
