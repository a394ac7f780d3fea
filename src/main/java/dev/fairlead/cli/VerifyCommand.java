package dev.fairlead.cli;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.input.Inputs;
import dev.fairlead.pipeline.PassedOver;
import dev.fairlead.pipeline.Verifier;
import java.io.IOException;
import java.util.List;

/** {@code fairlead verify}: checks finished manifests from any tool. */
final class VerifyCommand implements Command {
  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead verify [OPTION]... FILE...

    Reports errors and warnings in finished manifests from any tool: in volumes, claims,
    pods and workloads. FILE is a file of manifests, a folder with every *.yaml and *.yml
    below it, or - for standard input. Storage is checked in full, pods where volumes touch
    them. In a folder, what is no manifest is passed over: values, patches, templates.

    Options:
      --tracked         in a folder, read only the files that git tracks
      --kubernetes VERSION
                        judge for this version, 1.30 to 1.37; by default, for all
                        that are still supported
      --report FORMAT   text (default), json, sarif, github or junit
      --strict          treat warnings as errors
      --summary         end with a line that sums up the findings, as on a terminal
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 errors, 2 a file can't be read or is empty, or a folder
    has no manifests.

    Example:
      kustomize build . | fairlead verify -
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    return SpecCommand.judge(
        this,
        SpecCommand.options().addOption(SpecCommand.kubernetes()),
        args,
        console,
        Inputs.Kind.MANIFESTS,
        (arguments, inputs, diagnostics) ->
            tell(
                new Verifier(SpecCommand.kubernetes(arguments)).verify(inputs, diagnostics),
                arguments,
                console,
                diagnostics));
  }

  /** Tells what was passed over, apart from the findings, which a program may read. */
  private static void tell(
      PassedOver passed, Arguments arguments, Console console, Diagnostics diagnostics) {
    console.say(passed.line());
    if (passed.isAll()) {
      diagnostics.add(
          Code.NO_MANIFESTS,
          new SourceFile(arguments.files().get(0), "").whole(),
          "the folder has no manifests");
    }
  }
}
