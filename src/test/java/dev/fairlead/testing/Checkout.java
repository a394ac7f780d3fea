package dev.fairlead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of a fresh checkout, without any build. */
public record Checkout(Path home) {
  private static final List<String> PARTS =
      List.of("src/main", "drivers", "schemas", "templates", "kustomize", "docs", "bin", "pom.xml");

  /** Copies this checkout to a new folder. */
  public static Checkout copy(Path home) throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Path target = home.resolve(file.toString());
          Files.createDirectories(target.getParent());
          if (!Files.isDirectory(file)) {
            Files.copy(file, target);
          }
        }
      }
    }
    return new Checkout(home);
  }

  /** Copies this checkout with its build. */
  public Checkout moved(Path other) {
    External.Result copied = External.run(home, "cp", "-a", home.toString(), other.toString());
    if (copied.code() != 0) {
      throw new AssertionError(copied.err());
    }
    return new Checkout(other);
  }

  public Path launcher() {
    return home.resolve("bin/fairlead");
  }

  /** Runs the launcher in a folder. An empty value removes a variable from the environment. */
  public External.Result launch(Path folder, Map<String, String> environment, String... args) {
    String[] command = new String[args.length + 1];
    command[0] = launcher().toString();
    System.arraycopy(args, 0, command, 1, args.length);
    return External.run(folder, environment, List.of(command));
  }
}
