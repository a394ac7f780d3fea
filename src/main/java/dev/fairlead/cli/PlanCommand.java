package dev.fairlead.cli;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.doctor.Doctor;
import dev.fairlead.input.Inputs;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.plan.ClusterPlan;
import dev.fairlead.plan.PlanJson;
import dev.fairlead.plan.PlanText;
import dev.fairlead.plan.Planner;
import dev.fairlead.plan.ShellScript;
import dev.fairlead.render.Templates;
import dev.fairlead.report.Color;
import dev.fairlead.report.Report;
import dev.fairlead.report.TextReporter;
import dev.fairlead.wiring.ExistingWorkloads;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/** {@code fairlead plan}: prints the way from a live cluster to what the specs say. */
final class PlanCommand implements Command {
  private enum Format {
    TEXT,
    JSON,
    SH
  }

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead plan [OPTION]... FILE... --live DUMP

    Compares specs with what kubectl printed of a cluster, and prints what becomes of each
    object and the steps from one to the other. No step deletes a disk. fairlead itself
    talks to no cluster. FILE is a spec, a folder with every *.fairlead.yaml below it, or -
    for standard input.

    Options:
      --live DUMP       what kubectl get -o yaml or -o json printed: a file, a folder, or -
                        for standard input; may be repeated
      --complete KIND,...
                        the dump has all objects of these kinds, even if it has none
      -o, --output FORMAT
                        text (default), json, or sh: a script for /bin/sh that needs only
                        kubectl and may be run again after it was interrupted
      --resources FILE  manifests of the workloads with existing: true; may be repeated
      --kubernetes VERSION
                        judge the specs for this version, 1.30 to 1.37; by default, for
                        all that are still supported
      --tracked         in a folder, read only the files that git tracks
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 there is a plan or nothing to do, 1 blocked, or errors in the specs,
    2 a file can't be read or is empty.

    Example:
      kubectl get pv,pvc,pods,deploy,rs,sts,ds,jobs,cronjobs,sc,ns -A -o yaml >live.yaml
      fairlead plan shop.fairlead.yaml --live live.yaml
      fairlead plan shop.fairlead.yaml --live live.yaml --output sh >plan.sh
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
    Set<LiveKind> complete = DoctorCommand.complete(arguments);
    if (!arguments.has("live")) {
      throw new UsageException("--live needs what kubectl get -o yaml printed of the cluster");
    }
    if (arguments.files().contains("-") && arguments.values("live").contains("-")) {
      throw new UsageException("specs and --live can't both come from standard input");
    }
    FindingsOutput findingsOutput = FindingsOutput.of(arguments, console, false);
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.SPECS);
    Plan specs = specs(arguments, console, inputs, diagnostics);
    List<SpecInput> dumps =
        new Inputs(console.in(), diagnostics, Inputs.Kind.DUMPS, false)
            .read(arguments.values("live"));
    Dump dump = new DumpInput(complete, diagnostics).read(dumps);
    List<Diagnostic> findings = SpecCommand.findings(arguments, diagnostics);
    ExitCode code = SpecCommand.exitCode(findings);
    findingsOutput.print(inputs, findings, Inputs.Kind.SPECS);
    if (code != ExitCode.OK) {
      return code;
    }
    ClusterPlan plan = new Planner(Templates.load()).plan(specs, dump);
    List<Diagnostic> ills = plan.concerned(dump, examined(dump));
    Main.writing(() -> print(plan, ills, format, arguments, console));
    return plan.isBlocked() ? ExitCode.ERRORS : ExitCode.OK;
  }

  private static Options options() {
    return SpecCommand.options()
        .addOption(Arguments.text("live"))
        .addOption(DoctorCommand.complete())
        .addOption(Arguments.choice("o", "output"))
        .addOption(SpecCommand.resources())
        .addOption(SpecCommand.kubernetes());
  }

  private static Plan specs(
      Arguments arguments, Console console, List<SpecInput> inputs, Diagnostics diagnostics)
      throws UsageException {
    Transpiler transpiler = new Transpiler(SpecCommand.kubernetes(arguments));
    return arguments.has("resources")
        ? SpecCommand.transpile(arguments, console, transpiler, inputs, false, diagnostics)
        : transpiler.transpile(inputs, ExistingWorkloads.unknown(), diagnostics);
  }

  private static List<Diagnostic> examined(Dump dump) {
    Diagnostics diagnostics = new Diagnostics();
    Doctor.examine(dump, false, diagnostics);
    return diagnostics.sorted();
  }

  /** A plan that is blocked is no script, but says why to people. */
  private static void print(
      ClusterPlan plan,
      List<Diagnostic> findings,
      Format format,
      Arguments arguments,
      Console console)
      throws IOException {
    boolean forPeople = format == Format.TEXT || (format == Format.SH && plan.isBlocked());
    Writer err = console.errWriter();
    try (Writer out = console.outWriter()) {
      if (forPeople) {
        Writer to = format == Format.TEXT ? out : err;
        boolean terminal =
            format == Format.TEXT ? console.outIsTerminal() : console.errIsTerminal();
        boolean color = color(arguments, console, terminal);
        new TextReporter(color).print(Report.of(List.of(), findings), to);
        to.write(findings.isEmpty() ? "" : "\n");
        new PlanText(color, to).print(plan);
      } else if (format == Format.JSON) {
        PlanJson.print(plan, findings, Main.version(), out);
      } else {
        out.write(ShellScript.of(plan));
      }
    }
    err.flush();
  }

  private static boolean color(Arguments arguments, Console console, boolean terminal) {
    try {
      return arguments.choice("color", Color.values()).on(terminal, console.environment());
    } catch (UsageException e) {
      // The findings have been printed with the same option.
      throw new IllegalStateException(e);
    }
  }
}
