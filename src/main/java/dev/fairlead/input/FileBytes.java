package dev.fairlead.input;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the content of a file. */
public final class FileBytes {
  private FileBytes() {}

  /**
   * The content of a file. Avoids channels where possible, because the JVM would load its network
   * library for them.
   */
  public static byte[] of(Path path) throws IOException {
    try (InputStream in = new FileInputStream(path.toFile())) {
      return in.readAllBytes();
    } catch (FileNotFoundException vague) {
      return Files.readAllBytes(path);
    }
  }
}
