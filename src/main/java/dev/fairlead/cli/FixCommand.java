package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.fix.Change;
import dev.fairlead.fix.Fixer;
import dev.fairlead.folder.WholeFile;
import dev.fairlead.input.Inputs;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.report.Color;
import dev.fairlead.report.Report;
import dev.fairlead.report.Summary;
import dev.fairlead.report.TextReporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code fairlead fix}: corrects clear mistakes in the user's own files. */
final class FixCommand implements Command {
  private static final int MAX_FILES = 3;
  private static final String EXIT_IF_CHANGED = "set-exit-if-changed";

  @Override
  public String name() {
    return "fix";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead fix [OPTION]... FILE...

    Fixes clear mistakes in specs, such as a misspelt key, and prints each change.
    Comments, quotes and line ends stay unchanged. FILE is a spec, a folder with every
    *.fairlead.yaml below it, or - to read standard input and write it to standard output.

    Options:
      --resources FILE       manifests of the workloads with existing: true; may be repeated
      --kubernetes VERSION   judge for this version, 1.30 to 1.37; by default, for all
                             that are still supported
      --set-exit-if-changed  exit with 1 if anything was changed
      --summary              sum up even if nothing was changed, as on a terminal
      --help                 print this text

    Exit code: 0 no errors are left, 1 errors are left, 2 a file can't be read, is empty
    or can't be written.

    Example:
      fairlead fix specs/ && git diff
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        new Options()
            .addOption(SpecCommand.resources())
            .addOption(SpecCommand.kubernetes())
            .addOption(Arguments.flag(EXIT_IF_CHANGED))
            .addOption(Arguments.flag(FindingsOutput.SUMMARY))
            .addOption(Arguments.flag("help"));
    Arguments arguments = Arguments.parse(options, args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.SPECS);
    PrintWriter err = console.errWriter();
    boolean color = Color.AUTO.on(console.errIsTerminal(), console.environment());
    Report unreadable =
        Report.of(inputs.stream().map(SpecInput::name).toList(), diagnostics.sorted());
    new TextReporter(color).print(unreadable, err);
    Transpiler transpiler = new Transpiler(SpecCommand.kubernetes(arguments));
    Fixer fixer = new Fixer(transpiler);
    List<SpecInput> fixed = new ArrayList<>();
    int changes = 0;
    for (SpecInput input : inputs) {
      Fixer.Fixed result = fixer.fix(input);
      write(input, result, console);
      result.changes().stream()
          .map(Change::describe)
          .forEach(line -> err.print(visible(line) + "\n"));
      err.flush();
      fixed.add(result.input());
      changes += result.changes().size();
    }
    SpecCommand.judgeSpecs(arguments, console, transpiler, fixed, diagnostics);
    List<Diagnostic> left = diagnostics.sorted();
    boolean wanted = arguments.has(FindingsOutput.SUMMARY) || console.errIsTerminal();
    if (wanted || changes > 0 || diagnostics.hasErrors()) {
      console.say(summary(changes, left));
    }
    ExitCode code = SpecCommand.exitCode(left);
    boolean failed = changes > 0 && arguments.has(EXIT_IF_CHANGED);
    return code == ExitCode.OK && failed ? ExitCode.ERRORS : code;
  }

  private static void write(SpecInput read, Fixer.Fixed result, Console console)
      throws IOException {
    byte[] bytes = result.input().bytes();
    if (read.path().isEmpty()) {
      console.out().write(bytes);
      console.out().flush();
    } else if (!result.changes().isEmpty()) {
      try {
        Path real = Path.of(read.path().get()).toRealPath();
        if (!Files.isWritable(real)) {
          throw new IOException("permission denied");
        }
        WholeFile.at(real).replace(read.bytes(), bytes);
      } catch (IOException e) {
        throw new IOException(quote(read.name()) + ": " + Inputs.reason(e), e);
      }
    }
  }

  private static String summary(int changes, List<Diagnostic> left) {
    String done = changes == 0 ? "nothing to change" : "changed " + Summary.count(changes, "place");
    if (left.isEmpty()) {
      return done + "; no errors or warnings remain";
    }
    int errors = (int) left.stream().filter(f -> f.severity() == Severity.ERROR).count();
    String verb = left.size() == 1 ? " remains" : " remain";
    return done
        + "; "
        + Summary.counts(errors, left.size() - errors)
        + verb
        + in(left)
        + ": run fairlead check to see "
        + (left.size() == 1 ? "it" : "them");
  }

  /** The files that still have findings, if they are few. */
  private static String in(List<Diagnostic> left) {
    List<String> files = left.stream().map(f -> f.span().file().name()).distinct().toList();
    return files.size() <= MAX_FILES
        ? " in " + String.join(", ", files)
        : " in " + files.size() + " files";
  }
}
