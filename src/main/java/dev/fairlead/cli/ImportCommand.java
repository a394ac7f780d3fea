package dev.fairlead.cli;

import dev.fairlead.adopt.ImportOptions;
import dev.fairlead.adopt.Importer;
import dev.fairlead.adopt.PassedObjects;
import dev.fairlead.adopt.RepeatedObjects;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.input.Inputs;
import dev.fairlead.live.Dump;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** {@code fairlead import}: prints the spec of manifests on stdout, findings on stderr. */
final class ImportCommand implements Command {
  /** The values of {@code --workloads}. */
  private enum Wanted {
    WHOLE,
    EXISTING
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead import [OPTION]... FILE...

    Prints the shortest spec that renders to the volumes and claims in FILE: what kubectl
    get -o yaml or -o json printed, manifests from any tool, a folder of them, or - for
    standard input. There is one document for each namespace. What can't be said in a spec
    is reported with its place in FILE.

    Options:
      --namespace NAME  namespace of claims and workloads that name none, and document
                        of volumes without a claim; else these are in "unclaimed"
      --bind            make a pair of a volume and a claim of which only one names the
                        other, and of those that name nobody, where exactly one fits
      --csi-migration   write csiMigration for in-tree sources that have a CSI driver
      --keep-reclaim-policy
                        keep the reclaim policy Delete; by default, it becomes Retain
      --workloads       add the workloads that mount these claims, in full;
                        --workloads=existing adds only their names and mounts
      --output-dir DIR  instead of printing, write one file for each document to DIR
      --force           with --output-dir: replace files that differ
      --tracked         in a folder, read only the files that git tracks
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 an object can't be imported, 2 a file can't be read or
    written or is empty, or there are no volumes and claims.

    Example:
      kubectl get pv,pvc,sts -A -o yaml | fairlead import - >storage.fairlead.yaml
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments = Arguments.parse(options(), args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    ImportOptions wanted = wanted(arguments);
    ImportedFiles folder = ImportedFiles.of(arguments);
    FindingsOutput output = FindingsOutput.of(arguments, console, false);
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.DUMPS);
    DumpInput source = new DumpInput(Set.of(), diagnostics);
    Dump dump = source.read(inputs);
    List<Importer.Written> written = List.of();
    if (isReadable(diagnostics)) {
      console.say(source.passed().line());
      console.say(PassedObjects.line(dump, wanted));
      RepeatedObjects.report(source.repeated(), dump, diagnostics);
      written = write(dump, wanted, inputs, diagnostics);
    }
    if (folder.wanted()) {
      folder.check(written, diagnostics);
    }
    List<Diagnostic> findings = SpecCommand.findings(arguments, diagnostics);
    output.print(inputs, findings, Inputs.Kind.DUMPS);
    try (Writer out = console.outWriter()) {
      out.write(folder.wanted() ? folder.write(written, diagnostics) : text(written));
    }
    return SpecCommand.exitCode(findings);
  }

  private static Options options() {
    return SpecCommand.options()
        .addOption(Arguments.text("namespace"))
        .addOption(Arguments.flag("bind"))
        .addOption(Arguments.flag("csi-migration"))
        .addOption(Arguments.flag("keep-reclaim-policy"))
        .addOption(Arguments.optional("workloads", "whole"))
        .addOption(Arguments.text(ImportedFiles.FOLDER))
        .addOption(Arguments.flag(ImportedFiles.FORCE));
  }

  private static ImportOptions wanted(Arguments arguments) throws UsageException {
    ImportOptions.Workloads workloads = ImportOptions.Workloads.NONE;
    if (arguments.has("workloads")) {
      workloads =
          switch (arguments.choice("workloads", Wanted.values())) {
            case WHOLE -> ImportOptions.Workloads.WHOLE;
            case EXISTING -> ImportOptions.Workloads.EXISTING;
          };
    }
    return new ImportOptions(
        arguments.value("namespace"),
        arguments.has("bind"),
        arguments.has("csi-migration"),
        arguments.has("keep-reclaim-policy"),
        workloads);
  }

  /** Whether the input was read to its end. An object that is none doesn't hide the others. */
  private static boolean isReadable(Diagnostics diagnostics) {
    return diagnostics.sorted().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .allMatch(
            finding ->
                finding.code() == Code.NOT_A_MANIFEST || finding.code() == Code.INVALID_NAME);
  }

  private static List<Importer.Written> write(
      Dump dump, ImportOptions wanted, List<SpecInput> inputs, Diagnostics diagnostics) {
    List<Importer.Written> written = new Importer(wanted, diagnostics).write(dump);
    if (written.isEmpty() && !diagnostics.hasErrors()) {
      String name = inputs.isEmpty() ? "" : inputs.get(0).name();
      diagnostics.add(
          Code.NO_MANIFESTS,
          new SourceFile(name, "").whole(),
          "there is no volume and no claim in the input",
          "pass what kubectl get pv,pvc -A -o yaml prints");
    }
    return written;
  }

  private static String text(List<Importer.Written> written) {
    StringBuilder text = new StringBuilder();
    for (Importer.Written document : written) {
      text.append(text.isEmpty() ? "" : "---\n").append(document.text());
    }
    return text.toString();
  }
}
