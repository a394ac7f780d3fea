package dev.fairlead.input;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is in a file. */
public final class FileBytes {
  private FileBytes() {}

  /** Not by a channel if it can be helped: the JVM would load its network library for it. */
  public static byte[] of(Path path) throws IOException {
    try (InputStream in = new FileInputStream(path.toFile())) {
      return in.readAllBytes();
    } catch (FileNotFoundException vague) {
      return Files.readAllBytes(path);
    }
  }
}
