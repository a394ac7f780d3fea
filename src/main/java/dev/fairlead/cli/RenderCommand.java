package dev.fairlead.cli;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.input.Inputs;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.render.JsonList;
import dev.fairlead.render.Templates;
import dev.fairlead.report.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code fairlead render}: manifests on stdout, findings on stderr. */
final class RenderCommand implements Command {
  private enum Format {
    YAML,
    JSON
  }

  @Override
  public String name() {
    return "render";
  }

  @Override
  public String help() {
    return """
        Usage: fairlead render [OPTION]... FILE...

        Prints the Kubernetes manifests of specs. FILE is a spec, a folder that stands for
        every *.fairlead.yaml below it, or - for standard input. If anything is wrong, no
        manifest is printed.

        Options:
          -o, --output FORMAT
                            yaml (default), or json: one List of apiVersion v1
          --resources FILE  where workloads with existing: true stand: a file of manifests, or
                            a folder of them; they are printed with their mounts added;
                            may be repeated
          --strict          count warnings as errors
          --color WHEN      auto (default), always or never
          --help            print this text

        Exit code: 0 no error, 1 errors, 2 a file can't be read or is empty.

        Example:
          fairlead render shop.fairlead.yaml | kubectl apply -f -
        """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments =
        Arguments.parse(
            SpecCommand.options()
                .addOption(Arguments.choice("o", "output"))
                .addOption(SpecCommand.resources()),
            args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    Reporter reporter = SpecCommand.reporter(arguments, console, console.errIsTerminal());
    Format format = arguments.choice("output", Format.class);
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.SPECS);
    Plan plan =
        SpecCommand.transpile(arguments, console, inputs, format == Format.JSON, diagnostics);
    List<Diagnostic> findings = SpecCommand.findings(arguments, diagnostics);
    reporter.print(SpecCommand.report(inputs, findings), console.errWriter());
    ExitCode code = SpecCommand.exitCode(findings);
    if (code == ExitCode.OK) {
      Main.writing(() -> print(plan, format, console));
    }
    return code;
  }

  private static void print(Plan plan, Format format, Console console) throws IOException {
    Templates templates = Templates.load();
    try (Writer out = console.outWriter()) {
      if (format == Format.JSON) {
        new JsonList(templates).print(plan, out);
      } else {
        templates.print(plan, out);
      }
    }
  }
}
