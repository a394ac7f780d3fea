package dev.fairlead.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command {@code fairlead} in a folder, as if installed. It runs the classes under test. */
public record Installed(Path folder) {
  private static final Pattern TESTS =
      Pattern.compile("junit|archunit|kubernetes-model|surefire|test-classes");

  /** Installs the command in the folder. */
  public static Installed in(Path folder) {
    return write(folder, System.getProperty("java.class.path"));
  }

  /** Installs the command with everything that it needs, so that any user can run it. */
  public static Installed copiedTo(Path folder) {
    Path lib = folder.resolve("lib");
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !TESTS.matcher(entry).find())
            .map(entry -> copy(Path.of(entry), lib.resolve(Path.of(entry).getFileName())))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return write(folder, classPath);
  }

  private static Path copy(Path entry, Path target) {
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.toList()) {
        Path to = target.resolve(entry.relativize(file).toString());
        Files.createDirectories(to.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, to);
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Installed write(Path folder, String classPath) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // The launcher makes file names UTF-8 in every locale.
    String script =
        "#!/bin/sh\n"
            + "[ -z \"$FAIRLEAD_STARTS\" ] || echo start >>\"$FAIRLEAD_STARTS\"\n"
            + "LC_ALL=C.UTF-8; export LC_ALL\n"
            + "exec '"
            + java
            + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
            + classPath
            + "' dev.fairlead.cli.Main \"$@\"\n";
    try {
      Path command = Files.writeString(folder.resolve("fairlead"), script);
      Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new Installed(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An environment that finds the command. */
  public Map<String, String> environment() {
    return Map.of("PATH", folder + ":" + System.getenv("PATH"));
  }
}
