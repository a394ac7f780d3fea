package dev.fairlead.cli;

import dev.fairlead.input.Inputs;
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
    below it, or - for standard input.

    Options:
      --tracked         in a folder, read only the files that git tracks
      --report FORMAT   text (default), json, sarif, github or junit
      --strict          treat warnings as errors
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no errors, 1 errors, 2 a file can't be read or is empty.

    Example:
      kustomize build . | fairlead verify -
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    return SpecCommand.judge(
        this,
        SpecCommand.options(),
        args,
        console,
        Inputs.Kind.MANIFESTS,
        (arguments, inputs, diagnostics) -> new Verifier().verify(inputs, diagnostics));
  }
}
