package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The parsed options and files of a command. */
record Arguments(CommandLine line) {

  static Arguments parse(Options options, List<String> args) throws UsageException {
    DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
    try {
      return new Arguments(parser.parse(options, args.toArray(String[]::new)));
    } catch (UnrecognizedOptionException e) {
      throw unknown(options, e.getOption());
    } catch (MissingArgumentException e) {
      throw new UsageException("--" + e.getOption().getLongOpt() + " needs a value");
    } catch (ParseException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static UsageException unknown(Options options, String option) {
    String word = option.replaceFirst("=.*", "");
    if (word.equals("-f")) {
      return new UsageException("unknown option \"-f\": name the file alone");
    }
    if (!word.equals(option) && options.hasLongOption(word.replaceFirst("^--", ""))) {
      return new UsageException(word + " takes no value");
    }
    List<String> known = options.getOptions().stream().map(o -> "--" + o.getLongOpt()).toList();
    return new UsageException("unknown option " + quote(word) + Nearest.question(word, known));
  }

  /** An option that takes one of some words; its help text is printed by the command. */
  static Option choice(String name) {
    return Option.builder().longOpt(name).hasArg().get();
  }

  /** The same with a short form. */
  static Option choice(String letter, String name) {
    return Option.builder(letter).longOpt(name).hasArg().get();
  }

  /** An option that takes a text. */
  static Option text(String name) {
    return Option.builder().longOpt(name).hasArg().get();
  }

  static Option flag(String name) {
    return Option.builder().longOpt(name).get();
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  /** All values of an option that may be repeated. */
  List<String> values(String option) {
    String[] values = line.getOptionValues(option);
    return values == null ? List.of() : List.of(values);
  }

  /** The value of an option, if it is given. */
  Optional<String> value(String option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }

  List<String> files() {
    return line.getArgList();
  }

  /** The constant that an option names; the first one where it is not given. */
  <E extends Enum<E>> E choice(String option, Class<E> type) throws UsageException {
    E[] constants = type.getEnumConstants();
    String word = line.getOptionValue(option);
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
