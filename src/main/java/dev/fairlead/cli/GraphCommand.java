package dev.fairlead.cli;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.doctor.Doctor;
import dev.fairlead.graph.DotFormat;
import dev.fairlead.graph.Drawing;
import dev.fairlead.graph.Extents;
import dev.fairlead.graph.Graph;
import dev.fairlead.graph.HtmlFormat;
import dev.fairlead.graph.MermaidFormat;
import dev.fairlead.graph.Objects;
import dev.fairlead.input.Inputs;
import dev.fairlead.live.Dump;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.PassedOver;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.pipeline.Verifier;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.wiring.ExistingWorkloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code fairlead graph}: draws volumes, claims and workloads, and what binds them. */
final class GraphCommand implements Command {
  private static final String SPEC =
      "(?m)^[ \\t{]*[\"']?apiVersion[\"']?[ \\t]*:[ \\t]*[\"']?fairlead\\.dev/";

  private enum Format {
    MERMAID,
    DOT,
    HTML
  }

  /** What is drawn, and which text it comes from. */
  private record Drawn(Objects objects, Extents extents) {}

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead graph [OPTION]... FILE...

    Draws workloads, claims, volumes and disks, and how they are bound. FILE is a spec,
    manifests from any tool, what kubectl get -o yaml or -o json printed of a cluster, a
    folder of them, or - for standard input. A folder with specs is drawn from its specs
    alone. What check, verify or doctor finds stands on what it is about.

    Options:
      -o, --output FORMAT
                        mermaid (default), for Markdown; dot, for Graphviz; or html, a
                        page for the browser that needs nothing else
      --resources FILE  manifests of the workloads with existing: true; may be repeated
      --kubernetes VERSION
                        judge for this version, 1.30 to 1.37; by default, for all
                        that are still supported
      --tracked         in a folder, read only the files that git tracks
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 errors; the picture shows them, 2 a file can't be read, or
    there is nothing to draw.

    Examples:
      fairlead graph --output html specs/ >storage.html
      kubectl get pv,pvc,pods,rs,deploy,sts,ds -A -o yaml | fairlead graph -o html - >live.html
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
    if (arguments.files().isEmpty()) {
      throw new UsageException(
          "name specs, manifests or what kubectl get -o yaml printed, a folder of them, or - for"
              + " standard input");
    }
    FindingsOutput output = FindingsOutput.of(arguments, console, false);
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = SpecCommand.read(arguments, console, diagnostics, Inputs.Kind.DUMPS);
    List<SpecInput> specs = inputs.stream().filter(GraphCommand::isSpec).toList();
    Optional<SpecInput> other =
        inputs.stream().filter(input -> !input.found() && !isSpec(input)).findFirst();
    if (!specs.isEmpty() && other.isPresent()) {
      throw new UsageException(
          "one picture is of specs or of manifests: "
              + specs.get(0).name()
              + " is a spec, "
              + other.get().name()
              + " is not");
    }
    Drawn drawn =
        specs.isEmpty()
            ? objects(arguments, inputs, diagnostics, console)
            : specs(arguments, specs, diagnostics, console);
    List<Diagnostic> findings = SpecCommand.findings(arguments, diagnostics);
    Graph graph = Drawing.of(title(arguments), drawn.objects(), findings, drawn.extents());
    if (graph.nodes().isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(
          Code.NO_MANIFESTS,
          new SourceFile(arguments.files().get(0), "").whole(),
          "there is no volume and no claim in it",
          "pass specs, manifests, or what kubectl get pv,pvc,pods -A -o yaml prints");
      findings = SpecCommand.findings(arguments, diagnostics);
    }
    output.print(inputs, findings, specs.isEmpty() ? Inputs.Kind.DUMPS : Inputs.Kind.SPECS);
    ExitCode code = SpecCommand.exitCode(findings);
    if (code != ExitCode.USAGE) {
      print(graph, format, console);
    }
    return code;
  }

  private static Options options() {
    return SpecCommand.options()
        .addOption(Arguments.choice("o", "output"))
        .addOption(SpecCommand.resources())
        .addOption(SpecCommand.kubernetes());
  }

  private static boolean isSpec(SpecInput input) {
    return Pattern.compile(SPEC).matcher(new String(input.bytes(), StandardCharsets.UTF_8)).find();
  }

  private static String title(Arguments arguments) {
    return String.join(", ", arguments.files()).replaceFirst("^-$", "standard input");
  }

  private static Drawn specs(
      Arguments arguments, List<SpecInput> specs, Diagnostics diagnostics, Console console)
      throws UsageException {
    Transpiler transpiler = new Transpiler(SpecCommand.kubernetes(arguments));
    Plan plan =
        arguments.has("resources")
            ? SpecCommand.transpile(arguments, console, transpiler, specs, false, diagnostics)
            : transpiler.transpile(specs, ExistingWorkloads.unknown(), diagnostics);
    SpecReader reader = new SpecReader(new KubernetesNumbers(), new Diagnostics());
    List<Document> documents = new ArrayList<>();
    specs.forEach(spec -> documents.addAll(reader.read(spec.name(), spec.bytes())));
    return new Drawn(Objects.of(plan), Extents.ofSpecs(documents));
  }

  /** Manifests are judged as verify does. If a cluster has written them, doctor examines them. */
  private static Drawn objects(
      Arguments arguments, List<SpecInput> inputs, Diagnostics diagnostics, Console console)
      throws UsageException {
    Diagnostics read = new Diagnostics();
    DumpInput source = new DumpInput(Set.of(), read);
    Dump dump = source.read(inputs);
    PassedOver passed = source.passed();
    if (isLive(dump)) {
      read.sorted().forEach(diagnostics::add);
      Doctor.examine(dump, false, diagnostics);
    } else {
      passed = new Verifier(SpecCommand.kubernetes(arguments)).verify(inputs, diagnostics);
    }
    console.say(passed.line());
    return new Drawn(Objects.of(dump), Extents.of(dump));
  }

  private static boolean isLive(Dump dump) {
    return dump.volumes().stream().anyMatch(volume -> !volume.phase().isEmpty())
        || dump.claims().stream().anyMatch(claim -> !claim.phase().isEmpty());
  }

  private static void print(Graph graph, Format format, Console console) throws IOException {
    String text =
        switch (format) {
          case MERMAID -> MermaidFormat.of(graph);
          case DOT -> DotFormat.of(graph);
          case HTML -> HtmlFormat.of(graph);
        };
    if (format == Format.MERMAID && MermaidFormat.isTooLarge(graph, text)) {
      console.say("this is more than GitHub lets Mermaid draw: use --output html");
    }
    Main.print(text, console);
  }
}
