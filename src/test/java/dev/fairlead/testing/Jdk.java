package dev.fairlead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK of this machine. */
public record Jdk(Path home, int version) {
  private static final Path CURRENT = Path.of(System.getProperty("java.home"));

  /** The JDK that runs the tests, and the newest of each version from 25 on next to it. */
  public static Stream<Jdk> installed() throws IOException {
    try (Stream<Path> homes = Files.list(CURRENT.getParent())) {
      List<Jdk> others =
          homes
              .filter(home -> !home.equals(CURRENT) && Files.isRegularFile(home.resolve("release")))
              .filter(home -> !Files.isSymbolicLink(home))
              .map(Jdk::of)
              .filter(jdk -> jdk.version >= 25 && jdk.version != Runtime.version().feature())
              .toList();
      return Stream.concat(Stream.of(of(CURRENT)), others.stream());
    }
  }

  private static Jdk of(Path home) {
    Properties release = new Properties();
    try (var in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION").replace("\"", "");
    return new Jdk(home, Integer.parseInt(version.replaceFirst("[^0-9].*", "")));
  }

  public Path java() {
    return home.resolve("bin/java");
  }

  /** A java of the same JDK that also logs to a file which classes it loads, and from where. */
  public Path traced(Path folder, Path log) throws IOException {
    Path shadow = Files.createTempDirectory(folder, "jdk");
    Path bin = Files.createDirectory(shadow.resolve("bin"));
    Files.copy(home.resolve("release"), shadow.resolve("release"));
    Path java = bin.resolve("java");
    String script =
        """
        #!/bin/sh
        for word do
          shift
          set -- "$@" "$word"
          [ "$word" != -Xlog:disable ] || set -- "$@" '-Xlog:class+load:file="%s"'
        done
        exec '%s' "$@"
        """;
    Files.writeString(java, script.formatted(log, java()));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException("can't make " + java + " executable");
    }
    return java;
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
