package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.report.Explanations;
import dev.fairlead.schema.FieldReference;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code fairlead explain}: explains the code of a finding, or a field of the language. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead explain CODE
           fairlead explain FIELD

    Explains the code of a finding, which is in brackets after the message, or a field of
    the language, given as its path.

    Options:
      --help   print this text

    Example:
      fairlead explain pair-mismatch
      fairlead explain volumes.reserve
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments = Arguments.parse(new Options().addOption(Arguments.flag("help")), args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    if (arguments.files().size() != 1) {
      throw new UsageException("name one code or field, as in fairlead explain volumes.reserve");
    }
    String topic = arguments.files().get(0);
    Optional<Code> code = Code.of(topic.replaceAll("^\\[|]$", ""));
    Main.print(code.isPresent() ? new Explanations().section(code.get()) : field(topic), console);
    return ExitCode.OK;
  }

  private static String field(String path) throws UsageException {
    FieldReference reference = new FieldReference();
    Optional<String> text = reference.explain(path);
    if (text.isPresent()) {
      return text.get();
    }
    List<String> slugs = Arrays.stream(Code.values()).map(Code::slug).toList();
    Optional<String> nearest = reference.nearest(path).or(() -> Nearest.to(path, slugs));
    throw new UsageException(
        quote(path) + " is neither a code nor a field" + Nearest.question(nearest));
  }
}
