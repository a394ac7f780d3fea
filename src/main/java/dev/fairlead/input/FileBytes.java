package dev.fairlead.input;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the content of a file, up to the size that fairlead reads. */
public final class FileBytes {
  /**
   * The size limit of a file, in bytes: 256 MiB, or an eighth of the heap. What kubectl prints of
   * 20,000 volumes and their claims is smaller.
   */
  public static final int LARGEST =
      (int) Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

  private FileBytes() {}

  /**
   * The content of a file. Avoids channels where possible, because the JVM would load its network
   * library for them.
   */
  public static byte[] of(Path path) throws IOException {
    File file = path.toFile();
    try (InputStream in = new FileInputStream(file)) {
      // An unbuffered FileInputStream asks even a pipe for its length.
      return of(file.length() > 0 ? in : new BufferedInputStream(in));
    } catch (FileNotFoundException vague) {
      try (InputStream in = Files.newInputStream(path)) {
        return of(in);
      }
    }
  }

  /** The rest of a stream, which may never end. */
  public static byte[] of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IOException(
          "it has more than " + (LARGEST >> 20) + " MiB, which is the limit of a file");
    }
    return bytes;
  }
}
