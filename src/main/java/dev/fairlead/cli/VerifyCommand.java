package dev.fairlead.cli;

import dev.fairlead.input.Inputs;
import dev.fairlead.pipeline.Verifier;
import java.io.IOException;
import java.util.List;

/** {@code fairlead verify}: the rules, over finished manifests from any tool. */
final class VerifyCommand implements Command {
  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead verify [OPTION]... FILE...

    Says what is wrong with finished manifests, whoever made them: volumes, claims, and
    whatever makes pods. FILE is a file of manifests, a folder that stands for every
    *.yaml and *.yml below it, or - for standard input.

    Options:
      --tracked         of a folder, read only the files that git tracks
      --report FORMAT   text (default), json, sarif, github or junit
      --strict          count warnings as errors
      --color WHEN      auto (default), always or never
      --help            print this text

    Exit code: 0 no error, 1 errors, 2 a file can't be read or is empty.

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
