package dev.fairlead.cli;

import dev.fairlead.adopt.ImportOptions;
import dev.fairlead.adopt.Importer;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.input.Inputs;
import dev.fairlead.live.Dump;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** {@code fairlead import}: prints the specs of manifests on stdout, findings on stderr. */
final class ImportCommand implements Command {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead import [OPTION]... FILE...

    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        SpecCommand.options()
            .addOption(Arguments.text("namespace"))
            .addOption(Arguments.flag("bind"))
            .addOption(Arguments.flag("csi-migration"))
            .addOption(Arguments.flag("keep-reclaim-policy"))
            .addOption(Arguments.optional("workloads", "whole"));
    Arguments arguments = Arguments.parse(options, args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    FindingsOutput output = FindingsOutput.of(arguments, console, false);
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.DUMPS);
    Dump dump = new DumpInput(Set.of(), diagnostics).read(inputs);
    ImportOptions wanted =
        new ImportOptions(
            arguments.value("namespace"),
            arguments.has("bind"),
            arguments.has("csi-migration"),
            arguments.has("keep-reclaim-policy"),
            workloads(arguments));
    List<Importer.Written> written = new Importer(wanted, diagnostics).write(dump);
    List<Diagnostic> findings = SpecCommand.findings(arguments, diagnostics);
    output.print(inputs, findings);
    StringBuilder text = new StringBuilder();
    for (Importer.Written document : written) {
      text.append(text.isEmpty() ? "" : "---\n").append(document.text());
    }
    try (Writer out = console.outWriter()) {
      out.write(text.toString());
    }
    return SpecCommand.exitCode(findings);
  }

  private static ImportOptions.Workloads workloads(Arguments arguments) throws UsageException {
    return arguments.has("workloads")
        ? switch (arguments.choice("workloads", Wanted.values())) {
          case WHOLE -> ImportOptions.Workloads.WHOLE;
          case EXISTING -> ImportOptions.Workloads.EXISTING;
        }
        : ImportOptions.Workloads.NONE;
  }

  /** The values of {@code --workloads}. */
  private enum Wanted {
    WHOLE,
    EXISTING
  }
}
