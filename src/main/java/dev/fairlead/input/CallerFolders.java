package dev.fairlead.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folders that the processes above this one were asked for or run in, one of which kustomize
 * builds. Only systems with a {@code /proc} tell, and only of processes of the same user.
 */
final class CallerFolders {
  /** Options of kustomize and kubectl before words that may be named like a folder. */
  private static final Set<String> VALUED =
      Set.of(
          "-o",
          "--output",
          "-n",
          "--namespace",
          "--context",
          "--cluster",
          "--user",
          "--cache-dir",
          "--network-name");

  private CallerFolders() {}

  /**
   * As seen from a folder, which is left out. The nearest process comes first, and what it was
   * asked for before where it runs.
   */
  static Set<Path> seenFrom(Path folder) {
    Set<Path> folders = new LinkedHashSet<>();
    Optional<ProcessHandle> process = ProcessHandle.current().parent();
    while (process.isPresent()) {
      try {
        Path here = folder.toRealPath();
        Path about = Path.of("/proc", Long.toString(process.get().pid()));
        Path there = about.resolve("cwd").toRealPath();
        for (String word : words(about.resolve("cmdline"))) {
          add(there, word, here, folders);
        }
        add(there, "", here, folders);
      } catch (IOException e) {
        // A process of somebody else.
      }
      process = process.get().parent();
    }
    folders.remove(Path.of(""));
    return folders;
  }

  /** What a command is given: neither options, nor its name and that of its subcommand. */
  private static List<String> words(Path commandLine) throws IOException {
    List<String> words = new ArrayList<>();
    String before = "";
    for (String word :
        new String(FileBytes.of(commandLine), StandardCharsets.UTF_8).split("\0", -1)) {
      if (!word.startsWith("-") && !VALUED.contains(before)) {
        words.add(word);
      }
      before = word;
    }
    return words.subList(Math.min(2, words.size()), words.size());
  }

  private static void add(Path there, String word, Path here, Set<Path> folders)
      throws IOException {
    try {
      Path named = there.resolve(word);
      if (Files.isDirectory(named)) {
        folders.add(here.relativize(named.toRealPath()));
      }
    } catch (InvalidPathException e) {
      // Something else than a path.
    }
  }
}
