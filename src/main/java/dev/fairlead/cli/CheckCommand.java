package dev.fairlead.cli;

import dev.fairlead.input.Inputs;
import dev.fairlead.pipeline.Transpiler;
import java.io.IOException;
import java.util.List;

/** {@code fairlead check}: prints findings on stdout, and nothing else. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead check [OPTION]... FILE...

    Reports errors and warnings in specs and writes nothing. FILE is a spec, a folder
    with every *.fairlead.yaml below it, or - for standard input.

    Options:
      --tracked         in a folder, read only the files that git tracks
      --resources FILE  manifests of the workloads with existing: true; may be repeated
      --kubernetes VERSION
                        judge for this version, 1.30 to 1.37; by default, for all
                        that are still supported
      --report FORMAT   text (default), json, sarif, github or junit
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 errors, 2 a file can't be read or is empty.

    Example:
      fairlead check specs/ && echo fine
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    return SpecCommand.judge(
        this,
        SpecCommand.options()
            .addOption(SpecCommand.resources())
            .addOption(SpecCommand.kubernetes()),
        args,
        console,
        Inputs.Kind.SPECS,
        (arguments, inputs, diagnostics) ->
            SpecCommand.judgeSpecs(
                arguments,
                console,
                new Transpiler(SpecCommand.kubernetes(arguments)),
                inputs,
                diagnostics));
  }
}
