package dev.fairlead.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes each file of a folder completely or not at all: a temporary file next to it is renamed.
 * The rename replaces a symbolic link instead of following it.
 */
final class WholeFiles {
  private static final Pattern TEMPORARY = Pattern.compile("\\.fairlead-(\\d{1,18})\\.tmp");

  private final Path folder;
  private final Path temporary;

  WholeFiles(Path folder) {
    this.folder = folder;
    // The name contains the process id, so that two calls at once don't write the same file.
    this.temporary = folder.resolve(".fairlead-" + ProcessHandle.current().pid() + ".tmp");
  }

  void write(String name, String text) throws IOException {
    try {
      Files.write(
          temporary,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** Removes temporary files of calls that were killed. */
  void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".fairlead-*.tmp")) {
      for (Path entry : entries) {
        Matcher matcher = TEMPORARY.matcher(entry.getFileName().toString());
        if (matcher.matches() && (entry.equals(temporary) || !isAlive(matcher.group(1)))) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  private static boolean isAlive(String process) {
    return ProcessHandle.of(Long.parseLong(process)).isPresent();
  }
}
