package dev.fairlead.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that the processes above this one run in or got as arguments, one of which kustomize
 * builds. Only systems with a {@code /proc} tell where others run.
 */
final class CallerFolders {
  private CallerFolders() {}

  /** The nearest process comes first, and what it was asked for before where it runs. */
  static List<Path> seenFrom(Path folder) {
    List<Path> folders = new ArrayList<>();
    Optional<ProcessHandle> process = ProcessHandle.current().parent();
    while (process.isPresent()) {
      try {
        Path here = folder.toRealPath();
        Path there = Path.of("/proc", Long.toString(process.get().pid()), "cwd").toRealPath();
        for (String argument : process.get().info().arguments().orElse(new String[0])) {
          add(there, argument, here, folders);
        }
        add(there, "", here, folders);
      } catch (IOException e) {
        // A process of somebody else.
      }
      process = process.get().parent();
    }
    return folders;
  }

  private static void add(Path there, String argument, Path here, List<Path> folders)
      throws IOException {
    try {
      Path named = there.resolve(argument);
      if (Files.isDirectory(named)) {
        folders.add(here.relativize(named.toRealPath()));
      }
    } catch (InvalidPathException e) {
      // An argument of another kind.
    }
  }
}
