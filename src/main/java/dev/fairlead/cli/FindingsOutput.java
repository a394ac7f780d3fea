package dev.fairlead.cli;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.input.Inputs;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.report.Color;
import dev.fairlead.report.Report;
import dev.fairlead.report.ReportFormat;
import dev.fairlead.report.Reporter;
import dev.fairlead.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Prints findings in the format that {@code --report} and {@code --color} select, and a summary if
 * {@code --summary} asks for it.
 *
 * @param summary whether a summary follows
 * @param always whether it follows even if there is no finding
 */
record FindingsOutput(
    Reporter reporter, boolean toOut, boolean summary, boolean always, Console console) {
  static final String SUMMARY = "summary";

  /**
   * Prints to standard output if findings are the only output of a command, else to standard error.
   * People at a terminal get a summary of text, too.
   */
  static FindingsOutput of(Arguments arguments, Console console, boolean toOut)
      throws UsageException {
    boolean terminal = toOut ? console.outIsTerminal() : console.errIsTerminal();
    boolean color = arguments.choice("color", Color.values()).on(terminal, console.environment());
    ReportFormat format = arguments.choice("report", ReportFormat.values());
    boolean wanted = arguments.has(SUMMARY);
    boolean read = format == ReportFormat.TEXT && console.errIsTerminal();
    return new FindingsOutput(
        format.reporter(color, terminal ? console.columns() : 0, Main.version()),
        toOut,
        wanted || read,
        wanted || toOut,
        console);
  }

  /** Prints the findings in some files. */
  void print(List<SpecInput> inputs, List<Diagnostic> findings, Inputs.Kind kind)
      throws IOException {
    Report report = Report.of(inputs.stream().map(SpecInput::name).toList(), findings);
    if (toOut) {
      Main.writing(
          () -> {
            try (Writer out = console.outWriter()) {
              reporter.print(report, out);
            }
          });
    } else {
      reporter.print(report, console.errWriter());
    }
    if (summary && (always || !findings.isEmpty())) {
      console.say(Summary.of(report, kind == Inputs.Kind.SPECS));
    }
  }
}
