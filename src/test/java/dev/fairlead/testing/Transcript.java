package dev.fairlead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Console transcripts: lines with {@code $ fairlead ...} are run. The lines up to the next one are
 * their output, first stdout, then stderr. {@code $ echo $?} prints the exit code, {@code < file}
 * is standard input, and {@code NAME=value} before the command sets an environment variable.
 */
public final class Transcript {
  private Transcript() {}

  /** The same commands with their current output. File names are relative to the folder. */
  public static String replay(String transcript, Path folder) throws IOException {
    StringBuilder replayed = new StringBuilder();
    int code = 0;
    for (String line : transcript.split("\n")) {
      if (!line.startsWith("$ ")) {
        continue;
      }
      replayed.append(line).append('\n');
      if (line.equals("$ echo $?")) {
        replayed.append(code).append('\n');
        continue;
      }
      Cli.Result result = run(line.substring(2), folder);
      code = result.code();
      replayed.append((result.out() + result.err()).replace(folder + "/", ""));
    }
    return replayed.toString();
  }

  private static Cli.Result run(String command, Path folder) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" +")));
    String variable = "";
    if (words.get(0).contains("=")) {
      variable = words.remove(0);
    }
    if (!words.remove(0).replaceFirst("^bin/", "").equals("fairlead")) {
      throw new AssertionError("not a command of fairlead: " + command);
    }
    byte[] stdin = new byte[0];
    int redirect = words.indexOf("<");
    if (redirect >= 0) {
      stdin = Files.readAllBytes(folder.resolve(words.get(redirect + 1)));
      words = new ArrayList<>(words.subList(0, redirect));
    }
    int output = words.indexOf("--output-dir") + 1;
    for (int i = 0; i < words.size(); i++) {
      Path file = folder.resolve(words.get(i));
      if (Files.exists(file) || (output > 0 && i == output)) {
        words.set(i, file.toString());
      }
    }
    Map<String, String> environment =
        variable.isEmpty() ? Map.of() : Map.of(variable.split("=")[0], variable.split("=")[1]);
    return Cli.run(words, stdin, environment);
  }
}
