package dev.fairlead.cli;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.report.Color;
import dev.fairlead.report.Report;
import dev.fairlead.report.ReportFormat;
import dev.fairlead.report.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Prints findings in the format that {@code --report} and {@code --color} select. */
record FindingsOutput(Reporter reporter, boolean toOut, Console console) {

  /**
   * Prints to standard output if findings are the only output of a command, else to standard error.
   */
  static FindingsOutput of(Arguments arguments, Console console, boolean toOut)
      throws UsageException {
    boolean terminal = toOut ? console.outIsTerminal() : console.errIsTerminal();
    boolean color = arguments.choice("color", Color.values()).on(terminal, console.environment());
    ReportFormat format = arguments.choice("report", ReportFormat.values());
    return new FindingsOutput(format.reporter(color, Main.version()), toOut, console);
  }

  /** Prints the findings in some files. */
  void print(List<SpecInput> inputs, List<Diagnostic> findings) throws IOException {
    Report report = Report.of(inputs.stream().map(SpecInput::name).toList(), findings);
    if (!toOut) {
      reporter.print(report, console.errWriter());
      return;
    }
    Main.writing(
        () -> {
          try (Writer out = console.outWriter()) {
            reporter.print(report, out);
          }
        });
  }
}
