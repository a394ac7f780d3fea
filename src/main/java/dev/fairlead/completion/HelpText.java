package dev.fairlead.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a help text that say which words a command line has.
 *
 * @param arguments the words that stand for arguments, as in {@code FILE...}
 * @param options the options
 * @param commands the lines below "Commands"
 */
record HelpText(List<String> arguments, List<HelpOption> options, List<Candidate> commands) {
  private static final Pattern OPTION =
      Pattern.compile(" {2}((?:-\\w, )?--[-a-z]+)(?: (\\S+))?(?: {2,}(.*))?");

  private static final Pattern COMMAND = Pattern.compile(" {2}([-a-z]+) {2,}(.*)");

  static HelpText of(String help) {
    List<HelpOption> options = new ArrayList<>();
    for (String line : folded(section(help, "Options:"))) {
      Matcher option = OPTION.matcher(line);
      if (option.matches()) {
        options.add(
            new HelpOption(List.of(option.group(1).split(", ")), text(option, 2), text(option, 3)));
      }
    }
    List<Candidate> commands = new ArrayList<>();
    for (String line : section(help, "Commands:")) {
      Matcher command = COMMAND.matcher(line);
      if (command.matches()) {
        commands.add(new Candidate(command.group(1), command.group(2)));
      }
    }
    return new HelpText(arguments(section(help, "Usage:")), options, commands);
  }

  private static String text(Matcher matcher, int group) {
    return matcher.group(group) == null ? "" : matcher.group(group);
  }

  /** The option with this name. */
  Optional<HelpOption> option(String name) {
    return options.stream().filter(option -> option.names().contains(name)).findFirst();
  }

  /** The lines from a title to the next empty line; what stands behind the title is the first. */
  private static List<String> section(String help, String title) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : help.split("\n")) {
      inside = line.startsWith(title) || inside && !line.isBlank();
      if (inside) {
        lines.add(line.startsWith(title) ? line.substring(title.length()) : line);
      }
    }
    return lines;
  }

  /** Options with the further lines of their descriptions behind them. */
  private static List<String> folded(List<String> lines) {
    List<String> folded = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("   ") && !folded.isEmpty()) {
        int last = folded.size() - 1;
        String before = folded.get(last);
        String gap = before.matches(" {2}\\S+(, \\S+)?( \\S+)?") ? "  " : " ";
        folded.set(last, before + gap + line.strip());
      } else {
        folded.add(line);
      }
    }
    return folded;
  }

  /** The arguments in lines such as {@code fairlead check [OPTION]... FILE...}. */
  private static List<String> arguments(List<String> usage) {
    List<String> arguments = new ArrayList<>();
    for (String line : usage) {
      String[] words = line.strip().split(" ");
      for (int i = 2; i < words.length && !words[i].startsWith("-"); i++) {
        if (!words[i].startsWith("[OPTION]")) {
          arguments.add(words[i].replaceAll("[\\[\\]]", ""));
        }
      }
    }
    return arguments;
  }
}
