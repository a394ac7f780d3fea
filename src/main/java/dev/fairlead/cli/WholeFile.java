package dev.fairlead.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file completely or not at all. */
final class WholeFile {
  private WholeFile() {}

  /** Replaces an existing file. Its permissions stay, and a symbolic link to it stays a link. */
  static void replace(Path path, byte[] bytes) throws IOException {
    Path target = path.toRealPath();
    if (!Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    Path temporary = Files.createTempFile(target.getParent(), ".fairlead-", ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
