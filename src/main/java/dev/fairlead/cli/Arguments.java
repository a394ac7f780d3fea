package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parsed options and files of a command. */
record Arguments(Map<String, List<String>> values, List<String> files) {

  static Arguments parse(Options options, List<String> args) throws UsageException {
    return options.parse(args);
  }

  /** An option with one of several words as its value. */
  static Option choice(String name) {
    return new Option("", name, true);
  }

  /** An option with one of several words as its value, and a short form. */
  static Option choice(String letter, String name) {
    return new Option(letter, name, true);
  }

  /** An option with any text as its value. */
  static Option text(String name) {
    return new Option("", name, true);
  }

  /** An option that may have a value after an equals sign. */
  static Option optional(String name, String implied) {
    return new Option("", name, false, implied);
  }

  static Option flag(String name) {
    return new Option("", name, false);
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** All values of an option that may be repeated. */
  List<String> values(String option) {
    return values.getOrDefault(option, List.of());
  }

  /** The value of an option, if it is given. If it is repeated, the last one. */
  Optional<String> value(String option) {
    List<String> all = values(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The constant that an option names. The first constant if the option is not given. */
  <E extends Enum<E>> E choice(String option, E[] constants) throws UsageException {
    if (!has(option)) {
      return constants[0];
    }
    String word = value(option).orElseThrow();
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
