package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of a command, parsed like getopt_long, but without abbreviations. A library for this
 * would take a tenth of every start.
 */
final class Options {
  private final Map<String, Option> byWord = new LinkedHashMap<>();

  Options addOption(Option option) {
    byWord.put("--" + option.name(), option);
    if (!option.letter().isEmpty()) {
      byWord.put("-" + option.letter(), option);
    }
    return this;
  }

  /** Parses the values of the options, by name, and the files. */
  Arguments parse(List<String> args) throws UsageException {
    Map<String, List<String>> values = new HashMap<>();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--")) {
        files.addAll(args.subList(i + 1, args.size()));
        break;
      }
      if (!arg.startsWith("-") || arg.equals("-")) {
        files.add(arg);
        continue;
      }
      String word = word(arg);
      Option option = byWord.get(word);
      if (option == null) {
        throw unknown(arg);
      }
      if (!option.takesValue()) {
        boolean valued = !word.equals(arg);
        if (valued && (option.implied().isEmpty() || !arg.startsWith(word + "="))) {
          throw unknown(arg);
        }
        String value = valued ? arg.substring(word.length() + 1) : option.implied();
        values.put(option.name(), List.of(value));
      } else if (!word.equals(arg)) {
        String rest = arg.substring(word.length());
        add(values, option, rest.startsWith("=") ? rest.substring(1) : rest);
      } else if (i + 1 < args.size() && isValue(args.get(i + 1))) {
        i++;
        add(values, option, args.get(i));
      } else {
        throw new UsageException("--" + option.name() + " needs a value");
      }
    }
    return new Arguments(values, files);
  }

  private static void add(Map<String, List<String>> values, Option option, String value) {
    values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
  }

  /**
   * The option without its value: {@code --name} of {@code --name=value}, {@code -n} of {@code
   * -nvalue}.
   */
  private static String word(String arg) {
    if (!arg.startsWith("--")) {
      return arg.substring(0, 2);
    }
    int sign = arg.indexOf('=');
    return sign < 0 ? arg : arg.substring(0, sign);
  }

  private boolean isValue(String arg) {
    return !arg.equals("--") && !(arg.length() > 1 && arg.startsWith("-") && known(arg));
  }

  private boolean known(String arg) {
    return byWord.containsKey(word(arg));
  }

  private UsageException unknown(String arg) {
    int sign = arg.indexOf('=');
    String word = sign < 0 ? arg : arg.substring(0, sign);
    if (word.equals("-f")) {
      return new UsageException("unknown option \"-f\": give the file name without an option");
    }
    if (sign >= 0 && byWord.containsKey(word)) {
      return new UsageException(word + " takes no value");
    }
    List<String> names = byWord.values().stream().map(o -> "--" + o.name()).distinct().toList();
    List<String> longer = names.stream().filter(name -> isShortOf(word, name)).toList();
    String end = longer.size() == 1 ? Nearest.question(longer.get(0), longer) : "";
    return new UsageException(
        "unknown option " + quote(word) + (end.isEmpty() ? Nearest.question(word, names) : end));
  }

  /** Whether each word of an option begins one of the other option, as in --out-dir. */
  private static boolean isShortOf(String option, String other) {
    String[] words = option.split("-");
    String[] longer = other.split("-");
    for (int i = 0; i < words.length; i++) {
      if (i >= longer.length || !longer[i].startsWith(words[i])) {
        return false;
      }
    }
    return words.length == longer.length;
  }
}
