package dev.fairlead.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.testing.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Names that no cluster accepts, but that a dump may hold: the shell must pass them on as text. */
class ShellScriptTest {
  private static final List<String> NAMES =
      List.of(
          "it's",
          "$(touch pwned)",
          "`touch pwned`",
          "a\nb; touch pwned",
          "'; touch pwned; '",
          "--all",
          "EOF",
          "*",
          "a  b",
          "back\\slash",
          "\"quoted\"",
          "${HOME}",
          "disk-é",
          "# no comment",
          "!history");

  @TempDir Path folder;

  /** Writes each word of each call, and its input, with a NUL after it. */
  private static final String KUBECTL =
      """
      #!/bin/sh
      printf '%s\\0' "$@" >>calls
      for word; do if [ "$word" = - ]; then cat >>calls; printf '\\0' >>calls; fi; done
      """;

  @TestFactory
  Stream<DynamicTest> names() {
    return Stream.of("sh", "dash")
        .flatMap(
            shell ->
                NAMES.stream()
                    .map(name -> dynamicTest(shell + " " + name, () -> passes(shell, name))));
  }

  private void passes(String shell, String name) throws IOException {
    External.require(shell);
    List<String> words = run(shell, plan(name));
    ObjectRef volume = ObjectRef.volume(name);
    assertFalse(Files.exists(folder.resolve("pwned")));
    assertTrue(words.contains("pv/" + name), words.toString());
    assertTrue(words.contains("pvc/" + name), words.toString());
    assertTrue(words.contains("--namespace=" + name), words.toString());
    assertTrue(words.contains("--selector=app=" + name), words.toString());
    assertTrue(words.contains("--patch={\"x\":" + JsonText.string(name) + "}"));
    assertTrue(words.contains("manifest: |\n  EOF\nEOF\n" + name + "\n"), words.toString());
    assertTrue(
        words.stream().anyMatch(word -> word.contains("\"uid\": " + JsonText.string(name) + "}")));
    assertEquals("volume " + dev.fairlead.diagnostic.Quote.visible(name), volume.words());
  }

  private static ClusterPlan plan(String name) {
    ObjectRef volume = ObjectRef.volume(name);
    ObjectRef claim = ObjectRef.claim(new ClaimRef(name, name));
    Condition.Is absent = new Condition.Is(claim, "{.metadata.uid}", "");
    Step step =
        Step.of(
                Step.Purpose.PATCH,
                volume,
                "Change " + volume.words(),
                "because of\n" + name,
                new Action.Patch(
                    volume, Action.PatchType.MERGE, "{\"x\":" + JsonText.string(name) + "}"),
                new Action.Create(volume, "manifest: |\n  EOF\nEOF\n" + name + "\n"),
                new Action.Delete(claim, name))
            .onlyIf(absent, new Condition.Is(volume, "{.metadata.uid}", name))
            .requires(
                absent, new Condition.Gone(volume), new Condition.Unused(new ClaimRef(name, name)))
            .until(
                new Condition.Gone(claim),
                new Condition.NoPods(name, "app=" + name),
                new Condition.RolledOut(new ObjectRef(ObjectKind.DEPLOYMENT, name, name)),
                new Condition.Is(volume, "{.status.phase}", name));
    return new ClusterPlan(List.of(new Line(Verdict.PATCH, volume, name)), List.of(step));
  }

  private List<String> run(String shell, ClusterPlan plan) throws IOException {
    Path kubectl = Files.writeString(folder.resolve("kubectl"), KUBECTL);
    Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path calls = folder.resolve("calls");
    Files.deleteIfExists(calls);
    Path script = Files.writeString(folder.resolve("script"), ShellScript.of(plan));
    External.Result result =
        External.run(
            folder,
            Map.of("PATH", folder + ":" + System.getenv("PATH")),
            List.of(shell, script.toString()));
    assertEquals("", result.err());
    assertEquals(0, result.code());
    return List.of(Files.readString(calls).split("\0"));
  }

  @Test
  void aUserOfTheClaimStopsTheScript() throws IOException {
    External.require("sh");
    ObjectRef claim = ObjectRef.claim(new ClaimRef("shop", "data"));
    Step step =
        Step.of(Step.Purpose.DELETE_CLAIM, claim, "Delete", "why", new Action.Delete(claim, "u"))
            .requires(new Condition.Unused(new ClaimRef("shop", "data")));
    Path kubectl =
        Files.writeString(
            folder.resolve("kubectl"),
            "#!/bin/sh\n[ \"$1\" = get ] || { echo deleted; exit; }\necho \"  $CLAIMS \"\n");
    Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path script =
        Files.writeString(
            folder.resolve("script"), ShellScript.of(new ClusterPlan(List.of(), List.of(step))));
    for (String claims : List.of("data", "logs data", "data-2 data logs")) {
      External.Result result = stopped(script, claims);
      assertEquals(1, result.code(), claims);
      assertTrue(result.err().contains("a pod mounts claim shop/data"), result.err());
    }
    for (String claims : List.of("", "data-2", "x-data logs", "dat")) {
      assertEquals(0, stopped(script, claims).code(), claims);
    }
  }

  private External.Result stopped(Path script, String claims) {
    return External.run(
        folder,
        Map.of("PATH", folder + ":" + System.getenv("PATH"), "CLAIMS", claims + " "),
        List.of("sh", script.toString()));
  }
}
