package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.doctor.Doctor;
import dev.fairlead.input.Inputs;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code fairlead doctor}: says what is wrong with the volumes and claims of a cluster. */
final class DoctorCommand implements Command {
  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead doctor [OPTION]... FILE...

    Reports what is wrong with the volumes and claims of a cluster, and the command that
    fixes it. FILE is what kubectl get -o yaml or -o json has printed, a folder with
    *.yaml, *.yml and *.json, or - for standard input. fairlead talks to no cluster and
    changes nothing.

    What the input does not hold is unknown: without nodes in it, nothing is said about
    nodes.

    Options:
      --unused          report claims that no pod mounts, too
      --complete KINDS  these kinds are there in full, even if there is none of them;
                        kubectl's names, separated by commas, as in pv,nodes
      --report FORMAT   text (default), json, sarif, github or junit
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 errors, 2 a file can't be read or has no volumes and claims.

    Example:
      kubectl get pv,pvc,pods,sc,nodes,csidrivers -A -o yaml | fairlead doctor -
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        new Options()
            .addOption(Arguments.flag("unused"))
            .addOption(complete())
            .addOption(Arguments.flag("strict"))
            .addOption(Arguments.choice("color"))
            .addOption(Arguments.flag(FindingsOutput.SUMMARY))
            .addOption(Arguments.flag("help"));
    return SpecCommand.judge(
        this,
        options,
        args,
        console,
        Inputs.Kind.DUMPS,
        (arguments, inputs, diagnostics) -> examine(arguments, console, inputs, diagnostics));
  }

  private static void examine(
      Arguments arguments, Console console, List<SpecInput> inputs, Diagnostics diagnostics)
      throws UsageException {
    DumpInput input = new DumpInput(complete(arguments), diagnostics);
    Dump dump = input.read(inputs);
    console.say(input.passed().line());
    boolean empty =
        !dump.knows(LiveKind.PERSISTENT_VOLUME) && !dump.knows(LiveKind.PERSISTENT_VOLUME_CLAIM);
    if (empty && !diagnostics.hasErrors()) {
      diagnostics.add(
          Code.NO_MANIFESTS,
          new SourceFile(inputs.get(0).name(), "").whole(),
          "there is no volume and no claim in it",
          "kubectl get pv,pvc,pods,sc,nodes,csidrivers -A -o yaml | fairlead doctor -");
    }
    Doctor.examine(dump, arguments.has("unused"), diagnostics);
  }

  /** The option for kinds of which a dump has all objects. */
  static Option complete() {
    return Arguments.text("complete");
  }

  /** The kinds of which the dump has all objects. */
  static Set<LiveKind> complete(Arguments arguments) throws UsageException {
    Set<LiveKind> kinds = EnumSet.noneOf(LiveKind.class);
    for (String list : arguments.values("complete")) {
      for (String name : list.split(",", -1)) {
        kinds.add(
            LiveKind.ofKubectl(name.strip())
                .orElseThrow(
                    () ->
                        new UsageException(
                            "--complete is "
                                + quote(name)
                                + "; accepted: names of kubectl such as pv, pvc, pods, sc,"
                                + " nodes")));
      }
    }
    return kinds;
  }
}
