package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.DriverText;
import dev.fairlead.driver.Drivers;
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
           fairlead explain DRIVER

    Explains the code of a finding, which is in brackets after the message, a field of the
    language, given as its path, or what is known about a CSI driver.

    Options:
      --help   print this text

    Example:
      fairlead explain pair-mismatch
      fairlead explain volumes.reserve
      fairlead explain ebs.csi.aws.com
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
      throw new UsageException(
          "name one code, field or driver, as in fairlead explain volumes.reserve");
    }
    String topic = arguments.files().get(0);
    Optional<Code> code = Code.of(topic.replaceAll("^\\[|]$", ""));
    Optional<Driver> driver = Drivers.of(topic);
    if (code.isPresent()) {
      Main.print(new Explanations().section(code.get()), console);
    } else if (driver.isPresent()) {
      Main.print(DriverText.of(driver.get()), console);
    } else {
      Main.print(field(topic), console);
    }
    return ExitCode.OK;
  }

  private static Optional<String> one(List<String> names) {
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  private static String field(String path) throws UsageException {
    FieldReference reference = new FieldReference();
    Optional<String> text = reference.explain(path);
    if (text.isPresent()) {
      return text.get();
    }
    List<String> slugs = Arrays.stream(Code.values()).map(Code::slug).toList();
    Optional<String> nearest =
        reference
            .called(path)
            .or(() -> one(Drivers.with(path)))
            .or(() -> Drivers.meant(path))
            .or(() -> reference.nearest(path))
            .or(() -> Nearest.to(path, slugs));
    throw new UsageException(
        quote(path) + " is no code, no field and no known driver" + Nearest.question(nearest));
  }
}
