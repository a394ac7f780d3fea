package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parsed options and files of a command. */
record Arguments(Map<String, String> values, List<String> files) {

  static Arguments parse(Options options, List<String> args) throws UsageException {
    return options.parse(args);
  }

  /** An option that takes one of some words; its help text is printed by the command. */
  static Option choice(String name) {
    return new Option("", name, true);
  }

  /** The same with a short form. */
  static Option choice(String letter, String name) {
    return new Option(letter, name, true);
  }

  static Option flag(String name) {
    return new Option("", name, false);
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** The constant that an option names; the first one where it is not given. */
  <E extends Enum<E>> E choice(String option, Class<E> type) throws UsageException {
    E[] constants = type.getEnumConstants();
    String word = values.get(option);
    if (word == null) {
      return constants[0];
    }
    for (E constant : constants) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    String accepted =
        Arrays.stream(constants)
            .map(Arguments::word)
            .map(w -> quote(w))
            .collect(Collectors.joining(", "));
    throw new UsageException("--" + option + " is " + quote(word) + "; accepted: " + accepted);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
