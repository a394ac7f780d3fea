package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.explain.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code fairlead explain}: explains a field of the language, a code or a driver. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead explain [OPTION]... [WORD]

    Explains a field of the language, the code of a finding or a CSI driver. The word
    is a name such as reserve, a path such as volumes.reserve, a code, or a part of the
    name of a driver. Without a word, it lists the fields of a spec.

    Options:
      --recursive  list all fields below the field, one line each
      --help       print this text

    Example:
      fairlead explain reserve
      fairlead explain pair-mismatch
      fairlead explain ebs
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        new Options().addOption(Arguments.flag("recursive")).addOption(Arguments.flag("help"));
    Arguments arguments = Arguments.parse(options, args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    if (arguments.files().size() > 1) {
      throw new UsageException("name one field, code or driver");
    }
    String word = arguments.files().isEmpty() ? "" : arguments.files().get(0);
    Topics topics = new Topics();
    if (arguments.has("recursive")) {
      Main.print(found(topics, word, topics.recursive(word)), console);
    } else if (word.isEmpty()) {
      Main.print(topics.overview(), console);
    } else {
      Main.print(found(topics, word, topics.explain(word)), console);
    }
    return ExitCode.OK;
  }

  private static String found(Topics topics, String word, Optional<String> text)
      throws UsageException {
    return text.orElseThrow(
        () ->
            new UsageException(
                quote(word) + " is no code, no field and no known driver" + topics.nearest(word)));
  }
}
