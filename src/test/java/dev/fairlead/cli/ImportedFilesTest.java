package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code import --output-dir}. */
class ImportedFilesTest {
  @TempDir Path temp;

  private Path specs;

  @BeforeEach
  void dump() throws IOException {
    specs = temp.resolve("specs");
    Files.writeString(temp.resolve("dump.yaml"), claim("a") + "---\n" + claim("b"));
  }

  private static String claim(String namespace) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: data, namespace: "%s"}
    spec:
      accessModes: [ReadWriteOnce]
      storageClassName: fast
      resources: {requests: {storage: 1Gi}}
    """
        .formatted(namespace);
  }

  private Cli.Result run(String... more) {
    List<String> args =
        Stream.concat(
                Stream.of(
                    "import",
                    "--output-dir",
                    specs.toString(),
                    temp.resolve("dump.yaml").toString()),
                Stream.of(more))
            .toList();
    return Cli.run(args.toArray(String[]::new));
  }

  @Test
  void aFileThatDiffersStopsAll() throws IOException {
    Files.createDirectory(specs);
    Path mine = Files.writeString(specs.resolve("b.fairlead.yaml"), "mine\n");
    Cli.Result result = run();
    assertEquals(1, result.code());
    assertTrue(result.err().contains("differs from what import would write"), result.err());
    assertEquals("mine\n", Files.readString(mine));
    assertTrue(Files.notExists(specs.resolve("a.fairlead.yaml")));
  }

  @Test
  void forceReplacesIt() throws IOException {
    Files.createDirectory(specs);
    Path mine = Files.writeString(specs.resolve("b.fairlead.yaml"), "mine\n");
    assertEquals(0, run("--force").code());
    assertTrue(Files.readString(mine).startsWith("apiVersion: fairlead.dev/v1"));
    assertTrue(Files.exists(specs.resolve("a.fairlead.yaml")));
  }

  @Test
  void theSameFilesStay() throws IOException {
    assertEquals(0, run().code());
    Object before = Files.getAttribute(specs.resolve("a.fairlead.yaml"), "unix:ino");
    Cli.Result again = run();
    assertEquals(0, again.code(), again.err());
    assertEquals("", again.err());
    assertEquals(before, Files.getAttribute(specs.resolve("a.fairlead.yaml"), "unix:ino"));
  }

  /** A dump may come from anybody. */
  @Test
  void noNamespaceLeadsOutOfTheFolder() throws IOException {
    Files.writeString(temp.resolve("dump.yaml"), claim("../out"));
    assertEquals(1, run().code());
    assertTrue(Files.notExists(temp.resolve("out.fairlead.yaml")));
  }
}
