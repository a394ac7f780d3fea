package dev.fairlead.cli;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.Transpiler;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Options;

/** What {@code render} and {@code check} share: their options, and how they come to findings. */
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

  /** Everything found in the files named, and what could be made of them. */
  record Result(Plan plan, List<Diagnostic> findings) {
    ExitCode exitCode() {
      if (findings.stream().anyMatch(finding -> NO_INPUT.contains(finding.code()))) {
        return ExitCode.USAGE;
      }
      boolean errors = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
      return errors ? ExitCode.ERRORS : ExitCode.OK;
    }
  }

  static Result transpile(Arguments arguments, Console console) throws UsageException {
    if (arguments.files().isEmpty()) {
      throw new UsageException("name a spec, a folder of specs, or - for standard input");
    }
    Diagnostics diagnostics = new Diagnostics();
    Inputs inputs = new Inputs(console, diagnostics);
    Plan plan = new Transpiler().transpile(inputs.read(arguments.files()), diagnostics);
    List<Diagnostic> findings = diagnostics.sorted();
    boolean strict = arguments.has("strict");
    return new Result(
        plan, strict ? findings.stream().map(Diagnostic::asError).toList() : findings);
  }
}
