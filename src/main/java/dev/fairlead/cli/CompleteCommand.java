package dev.fairlead.cli;

import dev.fairlead.completion.Candidate;
import dev.fairlead.completion.Candidates;
import dev.fairlead.completion.Completion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code fairlead __complete WORD...}, which the scripts of {@code completion} call: prints what
 * the last word may become. A line is a word, a tab and a description, or {@code :files} and the
 * ends of the names of files, or {@code :folders}.
 */
final class CompleteCommand {
  static final String NAME = "__complete";

  private CompleteCommand() {}

  static ExitCode run(List<String> words, String help, List<Command> commands, Console console)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Command command : commands) {
      texts.put(command.name(), command.help());
    }
    Candidates candidates = new Completion(help, texts).of(words);
    StringBuilder out = new StringBuilder();
    for (Candidate candidate : candidates.words()) {
      out.append(candidate.word()).append('\t').append(candidate.description()).append('\n');
    }
    if (!candidates.files().isEmpty()) {
      out.append(":files ").append(String.join(" ", candidates.files())).append('\n');
    } else if (candidates.folders()) {
      out.append(":folders\n");
    }
    Main.print(out.toString(), console);
    return ExitCode.OK;
  }
}
