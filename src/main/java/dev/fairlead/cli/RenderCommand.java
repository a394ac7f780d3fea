package dev.fairlead.cli;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.edit.ManifestPatch;
import dev.fairlead.edit.StrategicPatch;
import dev.fairlead.input.Inputs;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.render.JsonList;
import dev.fairlead.render.Templates;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code fairlead render}: prints manifests on stdout, findings on stderr. */
final class RenderCommand implements Command {
  static final String PATCHES = "patches";

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

    Prints the Kubernetes manifests of specs. FILE is a spec, a folder with every
    *.fairlead.yaml below it, or - for standard input. If there is an error, no manifest
    is printed.

    Options:
      -o, --output FORMAT
                        yaml (default), or json: one List of apiVersion v1
      --resources FILE  manifests of the workloads with existing: true, as a file or a
                        folder; these workloads are printed with their mounts added;
                        may be repeated
      --patches         print only what is added to these workloads, as patches, instead
                        of the workloads with their mounts
      --kubernetes VERSION
                        judge for this version, 1.30 to 1.37; by default, for all
                        that are still supported
      --output-dir DIR  instead of printing, write one file for each manifest and a
                        kustomization.yaml to DIR; files from an earlier call that are
                        no longer needed are removed
      --check           with --output-dir: write nothing, show what would change as
                        a unified diff, and exit 1 if anything would
      --report FORMAT   text (default), json, sarif, github or junit; only with --check
      --set-exit-if-changed
                        with --output-dir: exit 1 if anything was written
      --tracked         in a folder, read only the files that git tracks; with
                        --output-dir, rendered files that git does not track are errors
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 errors or changes, 2 a file can't be read or written or
    is empty.

    Examples:
      fairlead render shop.fairlead.yaml | kubectl apply -f -
      fairlead render --output-dir deploy/storage specs/
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments = Arguments.parse(options(), args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    Format format = arguments.choice("output", Format.values());
    FolderOutput.checkCombinations(arguments);
    FindingsOutput output = FindingsOutput.of(arguments, console, FolderOutput.reports(arguments));
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.SPECS);
    Plan plan =
        SpecCommand.transpile(
            arguments,
            console,
            new Transpiler(SpecCommand.kubernetes(arguments)),
            inputs,
            format == Format.JSON,
            diagnostics);
    List<Diagnostic> findings = SpecCommand.findings(arguments, diagnostics);
    ExitCode code = SpecCommand.exitCode(findings);
    if (code == ExitCode.OK && arguments.has(FolderOutput.FOLDER)) {
      return new FolderOutput(arguments, output, console).write(plan, inputs, diagnostics);
    }
    output.print(inputs, findings, Inputs.Kind.SPECS);
    if (code == ExitCode.OK) {
      Main.writing(() -> print(plan, format, arguments.has(PATCHES), console));
    }
    return code;
  }

  private static Options options() {
    return SpecCommand.options()
        .addOption(Arguments.choice("o", "output"))
        .addOption(SpecCommand.resources())
        .addOption(Arguments.flag(PATCHES))
        .addOption(SpecCommand.kubernetes())
        .addOption(Arguments.choice("report"))
        .addOption(Arguments.text(FolderOutput.FOLDER))
        .addOption(Arguments.flag(FolderOutput.CHECK))
        .addOption(Arguments.flag(FolderOutput.EXIT_IF_CHANGED));
  }

  private static void print(Plan plan, Format format, boolean patches, Console console)
      throws IOException {
    Templates templates = Templates.load();
    List<String> patched =
        patches
            ? new StrategicPatch(templates).texts(plan.workloads())
            : new ManifestPatch(templates).texts(plan.patchedManifests());
    try (Writer out = console.outWriter()) {
      if (format == Format.JSON) {
        new JsonList(templates).print(plan.resources(), patched, out);
      } else {
        templates.print(plan.resources(), patched, out);
      }
    }
  }
}
