package dev.fairlead.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A command {@code fairlead} in a folder, as if installed: it runs the classes under test. */
public record Installed(Path folder) {
  /** Puts the command into the folder. */
  public static Installed in(Path folder) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String options =
        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dsun.jnu.encoding=UTF-8 -Dfile.encoding=UTF-8";
    String script =
        "#!/bin/sh\n[ -z \"$FAIRLEAD_STARTS\" ] || echo start >>\"$FAIRLEAD_STARTS\"\n"
            + "exec '"
            + java
            + "' "
            + options
            + " -cp '"
            + System.getProperty("java.class.path")
            + "' dev.fairlead.cli.Main \"$@\"\n";
    try {
      Path command = Files.writeString(folder.resolve("fairlead"), script);
      if (!command.toFile().setExecutable(true)) {
        throw new AssertionError("can't make " + command + " executable");
      }
      return new Installed(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The environment in which the command is found. */
  public Map<String, String> environment() {
    return Map.of("PATH", folder + ":" + System.getenv("PATH"));
  }
}
