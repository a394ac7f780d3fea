package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A render that is stopped (SIGKILL, SIGTERM, SIGINT) leaves no half-written file. The files are so
 * large that a write is in progress most of the time.
 */
class KilledRenderTest {
  private static final List<String> SIGNALS = List.of("KILL", "TERM", "INT");
  private static final int VOLUMES = 12;
  private static final int KILLS = 5;
  // The API server accepts 256 KiB of annotations.
  private static final int SIZE = 250_000;

  @TempDir Path temp;

  @Test
  void everyFileIsTheOldOneOrTheNewOne() throws Exception {
    String[] specs = {spec("a", 0), spec("b", VOLUMES / 2)};
    Map<String, String> either = new TreeMap<>();
    for (int i = 0; i < 2; i++) {
      Path whole = temp.resolve("whole-" + i);
      Cli.run("render", "--output-dir", whole.toString(), specs[i]);
      int number = i;
      contents(whole).forEach((name, text) -> either.put(name + " " + number, text));
    }
    Path folder = temp.resolve("folder");
    Cli.run("render", "--output-dir", folder.toString(), specs[0]);
    Random random = new Random(11);
    int amidst = 0;
    for (int i = 1; amidst < KILLS; i++) {
      assertTrue(i < 8 * KILLS, amidst + " kills happened during a write");
      Map<String, String> before = contents(folder);
      kill(folder, specs[i % 2], random.nextInt(12), SIGNALS.get(i % SIGNALS.size()));
      Map<String, String> after = contents(folder);
      after.forEach(
          (name, text) ->
              assertTrue(
                  name.matches("\\.fairlead-\\d+\\.tmp")
                      || text.equals(either.get(name + " 0"))
                      || text.equals(either.get(name + " 1")),
                  name + " is neither the old nor the new file"));
      for (String line : after.get("kustomization.yaml").split("\n")) {
        assertTrue(!line.startsWith("- ") || after.containsKey(line.substring(2)), line);
      }
      boolean done = after.equals(contents(temp.resolve("whole-" + i % 2)));
      amidst += !done && !after.equals(before) ? 1 : 0;
    }
    assertEquals(0, Cli.run("render", "--output-dir", folder.toString(), specs[0]).code());
    assertEquals(contents(temp.resolve("whole-0")), contents(folder));
  }

  /**
   * Half of the volumes are in both specs, with different annotations. All belong to one Storage.
   */
  private String spec(String letter, int first) throws IOException {
    StringBuilder spec =
        new StringBuilder(
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: s}\nvolumes:\n");
    for (int i = first; i < first + VOLUMES; i++) {
      spec.append("- {name: v" + i + ", storage: 1Gi, nfs: {server: s.example.com, path: /v" + i);
      spec.append("}, annotations: {example.com/long: ").append(letter.repeat(SIZE)).append("}}\n");
    }
    return Files.writeString(temp.resolve(letter + ".fairlead.yaml"), spec).toString();
  }

  /** Kills a render some milliseconds after its first change. */
  private void kill(Path folder, String spec, int milliseconds, String signal) throws Exception {
    Object before = state(folder);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fairlead.cli.Main",
                "render",
                "--output-dir",
                folder.toString(),
                spec)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("output").toFile())
            .start();
    while (process.isAlive() && state(folder).equals(before)) {
      Thread.sleep(1);
    }
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    String number = Long.toString(process.pid());
    new ProcessBuilder("kill", "-s", signal, number).redirectErrorStream(true).start().waitFor();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it ignores SIG" + signal);
    }
  }

  private static Object state(Path folder) throws IOException {
    return Files.getLastModifiedTime(folder);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : List.copyOf(entries.toList())) {
        contents.put(entry.getFileName().toString(), Files.readString(entry));
      }
    }
    return contents;
  }
}
