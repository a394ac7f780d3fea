package dev.fairlead;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Transcripts in testdata/console: commands and their output. */
class ConsoleTest {
  @TestFactory
  Stream<DynamicTest> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("testdata", "console"))) {
      List<Path> transcripts =
          files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
      return transcripts.stream()
          .map(
              file ->
                  dynamicTest(
                      file.toString(),
                      () ->
                          Golden.check(
                              file,
                              Transcript.replay(
                                  Files.readString(file), Path.of("testdata", "console")))));
    }
  }
}
