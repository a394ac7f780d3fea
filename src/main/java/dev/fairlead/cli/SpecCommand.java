package dev.fairlead.cli;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.report.Color;
import dev.fairlead.report.TextReporter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** What the commands that read files share: their options, and what becomes of findings. */
final class SpecCommand {
  /** Findings about input that can't be used at all. */
  private static final Set<Code> NO_INPUT = Set.of(Code.UNREADABLE_FILE, Code.NO_SPECS);

  private SpecCommand() {}

  static Options options() {
    return new Options()
        .addOption(Arguments.flag("strict"))
        .addOption(Arguments.choice("color"))
        .addOption(Arguments.flag("help"));
  }

  /** The files that the command line names. */
  static List<SpecInput> read(
      Arguments arguments, Console console, Diagnostics diagnostics, Inputs.Kind kind)
      throws UsageException {
    if (arguments.files().isEmpty()) {
      throw new UsageException(
          "name " + kind.article() + ", a folder of them, or - for standard input");
    }
    return new Inputs(console, diagnostics, kind).read(arguments.files());
  }

  /** Everything found, warnings as errors if they shall count as such. */
  static List<Diagnostic> findings(Arguments arguments, Diagnostics diagnostics) {
    List<Diagnostic> findings = diagnostics.sorted();
    return arguments.has("strict") ? findings.stream().map(Diagnostic::asError).toList() : findings;
  }

  static ExitCode exitCode(List<Diagnostic> findings) {
    if (findings.stream().anyMatch(finding -> NO_INPUT.contains(finding.code()))) {
      return ExitCode.USAGE;
    }
    boolean errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return errors ? ExitCode.ERRORS : ExitCode.OK;
  }

  /** Something that judges files. */
  interface Judge {
    void judge(List<SpecInput> inputs, Diagnostics diagnostics);
  }

  /** Runs a command whose output is its findings. */
  static ExitCode judge(
      Command command, List<String> args, Console console, Inputs.Kind kind, Judge judge)
      throws UsageException, IOException {
    Arguments arguments = Arguments.parse(options(), args);
    if (arguments.has("help")) {
      Main.print(command.help(), console);
      return ExitCode.OK;
    }
    Color color = arguments.choice("color", Color.class);
    Diagnostics diagnostics = new Diagnostics();
    judge.judge(read(arguments, console, diagnostics, kind), diagnostics);
    List<Diagnostic> findings = findings(arguments, diagnostics);
    try (Writer out = console.outWriter()) {
      new TextReporter(color.on(console.outIsTerminal(), console.environment()))
          .print(findings, out);
    }
    return exitCode(findings);
  }
}
