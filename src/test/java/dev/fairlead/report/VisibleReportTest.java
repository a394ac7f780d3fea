package dev.fairlead.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing of a file or its name reaches a terminal that moves the cursor or hides text. */
class VisibleReportTest {
  /** Escape, the eight-bit CSI, a bidi mark, a line separator. */
  private static final String UNSAFE = "\u001B[31m\u009B1m\u202E\u2028";

  /** As much of it as YAML allows in a file. */
  private static final String READABLE = "\u202E\u2028";

  @TempDir Path temp;

  private Path file() throws IOException {
    return Files.writeString(
        temp.resolve("a" + UNSAFE + ".fairlead.yaml"),
        """
        apiVersion: fairlead.dev/v1
        kind: Storage
        metadata: {name: "a\\e[31m\\u009b%1$s"}
        volumes:
          - {name: a%1$s, storage: 010%1$s, a%1$s: 1, nfs: {server: a, path: /a}}
          - !<%%1b[31m%%c2%%9b1m> a
          - !!%%1b[31m a
        claims: [{name: *a%1$s, storage: 1Gi}]
        workloads:
          - {name: a, containers: [{name: a, image: a, mounts: {/a: "x\\e[31m%1$s"}}]}
        """
            .formatted(READABLE));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void inEveryFormat(ReportFormat format) throws IOException {
    String word = format.toString().toLowerCase(java.util.Locale.ROOT);
    Cli.Result result = Cli.run("check", "--report", word, file().toString());
    assertEquals(1, result.code(), result.err());
    assertFalse(result.out().isEmpty());
    assertVisible(result.out() + result.err());
  }

  @Test
  void inOtherOutput() throws IOException {
    String file = file().toString();
    for (String command : new String[] {"fix", "render", "verify"}) {
      Cli.Result result = Cli.run(command, file);
      assertVisible(result.out() + result.err());
    }
    Path fine =
        Files.writeString(
            temp.resolve("fine.fairlead.yaml"),
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\n"
                + "claims: [{name: a, storage: 1Gi}]\n");
    String folder = temp.resolve("out" + UNSAFE).toString();
    Cli.Result written = Cli.run("render", "--output-dir", folder, fine.toString());
    assertEquals(0, written.code(), written.err());
    assertVisible(written.out() + written.err());
    assertVisible(Cli.run(UNSAFE, UNSAFE).err());
    assertVisible(Cli.run("check", "--" + UNSAFE).err());
    assertVisible(Cli.run("explain", UNSAFE).err());
  }

  private static void assertVisible(String output) {
    output
        .codePoints()
        .forEach(
            c -> {
              boolean unsafe = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
              boolean hidden = c >= 0x2028 && c <= 0x202E;
              assertFalse(unsafe || hidden, () -> String.format("U+%04X in %s", c, output));
            });
  }
}
