package dev.fairlead.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Expected outputs in files. {@code -Drewrite=true} rewrites them, but never in CI. */
public final class Golden {
  private Golden() {}

  public static boolean rewriting() {
    return Boolean.getBoolean("rewrite") && System.getenv("CI") == null;
  }

  /** Compares with the file. A missing file counts as empty. */
  public static void check(Path file, String actual) throws IOException {
    if (rewriting()) {
      if (actual.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, actual);
      }
      return;
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(expected, actual, () -> file + " differs; rewrite it with -Drewrite=true");
  }

  /** The case folders in a folder of testdata, sorted. */
  public static List<Path> cases(String name) {
    try (Stream<Path> folders = Files.list(Path.of("testdata", name))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
