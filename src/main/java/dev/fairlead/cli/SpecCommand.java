package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.input.Inputs;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.wiring.ExistingWorkloads;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shared parts of the commands that read files: their options and the handling of findings. */
final class SpecCommand {
  /** Codes for input that can't be used at all. */
  private static final Set<Code> NO_INPUT =
      Set.of(Code.UNREADABLE_FILE, Code.NO_SPECS, Code.NO_MANIFESTS);

  private SpecCommand() {}

  static Options options() {
    return new Options()
        .addOption(Arguments.flag("strict"))
        .addOption(Arguments.flag("tracked"))
        .addOption(Arguments.choice("color"))
        .addOption(Arguments.flag(FindingsOutput.SUMMARY))
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
    return new Inputs(console.in(), diagnostics, kind, arguments.has("tracked"))
        .read(arguments.files());
  }

  /** The option for the manifests of existing workloads. */
  static Option resources() {
    return Arguments.text("resources");
  }

  /** The option for the version of the cluster. */
  static Option kubernetes() {
    return Arguments.text("kubernetes");
  }

  /** The version of the cluster, if it is given. */
  static Optional<KubernetesVersion> kubernetes(Arguments arguments) throws UsageException {
    if (!arguments.has("kubernetes")) {
      return Optional.empty();
    }
    String text = arguments.value("kubernetes").orElseThrow();
    Optional<KubernetesVersion> version = KubernetesVersion.of(text);
    if (version.isEmpty()) {
      throw new UsageException(
          "--kubernetes is " + quote(text) + "; accepted: " + KubernetesVersion.ACCEPTED);
    }
    return version;
  }

  /**
   * Transpiles specs to a plan, with the workloads from {@code --resources}. Their manifests are
   * printed unchanged, so for JSON their scalars must be unambiguous.
   */
  static Plan transpile(
      Arguments arguments,
      Console console,
      Transpiler transpiler,
      List<SpecInput> specs,
      boolean toJson,
      Diagnostics diagnostics) {
    List<SpecInput> resources =
        new Inputs(console.in(), diagnostics, Inputs.Kind.RESOURCES, arguments.has("tracked"))
            .read(arguments.values("resources"));
    ExistingWorkloads existing = Transpiler.existing(resources, toJson, diagnostics);
    // An unreadable file may contain the workload that a spec refers to.
    return transpiler.transpile(
        specs, diagnostics.hasErrors() ? ExistingWorkloads.unknown() : existing, diagnostics);
  }

  /**
   * Like {@link #transpile}, but for commands that print no manifests: without {@code --resources},
   * existing workloads are not looked up.
   */
  static void judgeSpecs(
      Arguments arguments,
      Console console,
      Transpiler transpiler,
      List<SpecInput> specs,
      Diagnostics diagnostics) {
    if (arguments.has("resources")) {
      transpile(arguments, console, transpiler, specs, false, diagnostics);
    } else {
      transpiler.transpile(specs, ExistingWorkloads.unknown(), diagnostics);
    }
  }

  /** All findings. With {@code --strict}, warnings are errors. */
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

  /** A check of files. */
  interface Judge {
    void judge(Arguments arguments, List<SpecInput> inputs, Diagnostics diagnostics)
        throws UsageException;
  }

  /** Runs a command whose only output is its findings. */
  static ExitCode judge(
      Command command,
      Options options,
      List<String> args,
      Console console,
      Inputs.Kind kind,
      Judge judge)
      throws UsageException, IOException {
    Arguments arguments = Arguments.parse(options.addOption(Arguments.choice("report")), args);
    if (arguments.has("help")) {
      Main.print(command.help(), console);
      return ExitCode.OK;
    }
    FindingsOutput output = FindingsOutput.of(arguments, console, true);
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = read(arguments, console, diagnostics, kind);
    judge.judge(arguments, inputs, diagnostics);
    List<Diagnostic> findings = findings(arguments, diagnostics);
    output.print(inputs, findings, kind);
    return exitCode(findings);
  }
}
