package dev.fairlead.input;

import static dev.fairlead.diagnostic.Quote.visible;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The files that git tracks, as they are about to be committed. */
public final class GitFiles {
  private GitFiles() {}

  /**
   * The tracked files below a folder. Git runs in the working directory, not in the folder: in a
   * hook, git's environment variables are only valid there.
   */
  public static List<Path> below(Path folder) throws IOException {
    Path here = Path.of("").toRealPath();
    Process git =
        new ProcessBuilder(
                "git",
                // A repository may name a program here, and git would run it.
                "-c",
                "core.fsmonitor=false",
                "--literal-pathspecs",
                "ls-files",
                "-z",
                "--",
                folder.toString())
            .start();
    // The error output is short, so git never blocks on it.
    byte[] names = git.getInputStream().readAllBytes();
    byte[] words = git.getErrorStream().readAllBytes();
    try {
      if (git.waitFor() != 0) {
        String said = new String(words, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        throw new IOException("git can't list the files: " + visible(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return Arrays.stream(new String(names, StandardCharsets.UTF_8).split("\0"))
        .filter(name -> !name.isEmpty())
        .distinct()
        .map(name -> here.resolve(name).normalize())
        .toList();
  }
}
