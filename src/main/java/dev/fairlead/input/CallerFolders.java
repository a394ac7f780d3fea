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
 * The folders that the parent processes were given as arguments or run in: kustomize builds one of
 * them. Works only on systems with {@code /proc}, and only for processes of the same user.
 */
final class CallerFolders {
  /** Options of kustomize and kubectl whose value may have the name of a folder. */
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
   * The folders relative to {@code folder}, which is left out. The nearest process comes first, and
   * its arguments come before its working directory.
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
        // A process of another user.
      }
      process = process.get().parent();
    }
    folders.remove(Path.of(""));
    return folders;
  }

  /** The arguments of a command without options, its name and its subcommand. */
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
      // Not a path.
    }
  }
}
