package dev.fairlead.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds what may be meant by the last word of a command line.
 *
 * @param help the help of the program
 * @param commands the help of each command, by its name
 */
public record Completion(String help, Map<String, String> commands) {
  private static final List<Candidate> WITHOUT_COMMAND =
      List.of(
          new Candidate("--help", "print the help"),
          new Candidate("--version", "print the version"));

  /** What may be meant by the last of these words, which follow the name of the program. */
  public Candidates of(List<String> words) {
    String word = words.isEmpty() ? "" : words.get(words.size() - 1);
    if (words.size() < 2) {
      return beginning(word, word.startsWith("-") ? WITHOUT_COMMAND : HelpText.of(help).commands());
    }
    String text = commands.get(words.get(0));
    return text == null
        ? Candidates.NONE
        : ofCommand(text, words.subList(1, words.size() - 1), word);
  }

  private static Candidates ofCommand(String text, List<String> before, String word) {
    HelpText help = HelpText.of(text);
    Placeholders placeholders = new Placeholders(text);
    String last = before.isEmpty() ? "" : before.get(before.size() - 1);
    if (before.contains("--")) {
      return argument(help, placeholders, before, word);
    }
    if (help.option(last).filter(option -> !option.value().isEmpty()).isPresent()) {
      return values(help.option(last).orElseThrow(), placeholders, "", word);
    }
    int sign = word.indexOf('=');
    if (word.startsWith("--") && sign > 0) {
      return help.option(word.substring(0, sign))
          .map(option -> values(option, placeholders, word.substring(0, sign + 1), word))
          .orElse(Candidates.NONE);
    }
    return word.startsWith("-")
        ? beginning(word, help.options().stream().flatMap(Completion::names).toList())
        : argument(help, placeholders, before, word);
  }

  private static Stream<Candidate> names(HelpOption option) {
    return Stream.concat(option.names().stream(), option.withValues().stream())
        .map(name -> new Candidate(name, option.summary()));
  }

  /** {@code name} is the option and its equals sign, where these are part of the word. */
  private static Candidates values(
      HelpOption option, Placeholders placeholders, String name, String word) {
    List<Candidate> words = new ArrayList<>();
    for (String value : option.values()) {
      words.add(new Candidate(name + value));
    }
    for (String value : option.withValues()) {
      words.add(new Candidate(value));
    }
    if (!words.isEmpty() || option.value().isEmpty()) {
      return beginning(word, words);
    }
    Candidates meant = placeholders.of(option.value(), word.substring(name.length()));
    for (Candidate candidate : meant.words()) {
      words.add(new Candidate(name + candidate.word(), candidate.description()));
    }
    return new Candidates(words, meant.files(), meant.folders());
  }

  private static Candidates argument(
      HelpText help, Placeholders placeholders, List<String> before, String word) {
    if (help.arguments().isEmpty()) {
      return Candidates.NONE;
    }
    boolean several = help.arguments().get(0).endsWith("...");
    return several || count(help, before) == 0
        ? placeholders.of(String.join("|", help.arguments()), word)
        : Candidates.NONE;
  }

  /** The number of words that are neither options nor their values. */
  private static int count(HelpText help, List<String> before) {
    int count = 0;
    boolean value = false;
    for (String word : before) {
      if (!value && !word.startsWith("-")) {
        count++;
      }
      value = help.option(word).filter(option -> !option.value().isEmpty()).isPresent();
    }
    return count;
  }

  static Candidates beginning(String word, List<Candidate> all) {
    return Candidates.of(all.stream().filter(each -> each.word().startsWith(word)).toList());
  }
}
