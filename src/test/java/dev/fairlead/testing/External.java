package dev.fairlead.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs other programs. */
public final class External {
  private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

  private External() {}

  /** The result of a process. */
  public record Result(int code, String out, String err) {}

  /**
   * Skips the test with a message if a program is not installed. In CI, the program is required.
   */
  public static void require(String program) {
    boolean there = find(program);
    if (System.getenv("CI") != null && !there) {
      throw new AssertionError(program + " must be installed in CI");
    }
    assumeTrue(there, program + " is not installed, so this test is skipped");
  }

  private static boolean find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  public static Result run(Path folder, String... command) {
    return run(folder, Map.of(), List.of(command));
  }

  public static Result run(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("fairlead", ".out");
      Path err = Files.createTempFile("fairlead", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      // Caches of programs go to the folder of the build.
      builder.environment().put("XDG_CACHE_HOME", CACHE.toString());
      environment.forEach(
          (name, value) -> {
            if (value.isEmpty()) {
              builder.environment().remove(name);
            } else {
              builder.environment().put(name, value);
            }
          });
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end");
      }
      Result result =
          new Result(
              process.exitValue(),
              new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
              new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
