package dev.fairlead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is needed of this checkout to build and run the program elsewhere. */
public final class Checkout {
  private static final List<String> PARTS =
      List.of("src/main", "schemas", "templates", "docs", "bin", "pom.xml");

  private Checkout() {}

  /** Copies it into a folder, which is made. */
  public static void copyTo(Path folder) throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Path target = folder.resolve(file.toString());
          Files.createDirectories(target.getParent());
          if (!Files.isDirectory(file)) {
            Files.copy(file, target);
          }
        }
      }
    }
  }
}
