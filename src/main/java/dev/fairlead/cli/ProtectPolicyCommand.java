package dev.fairlead.cli;

import java.io.IOException;
import java.util.List;

/** {@code fairlead protect-policy}: prints the admission policy that {@code protect} is for. */
final class ProtectPolicyCommand implements Command {
  @Override
  public String name() {
    return "protect-policy";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead protect-policy [OPTION]...

    Prints an admission policy and its binding for Kubernetes 1.30 and newer. The API
    server then denies the deletion of volumes and claims that have the label
    fairlead.dev/protected. Specs with protect: [admission] write this label.

    Options:
      --help  print this text

    Example:
      fairlead protect-policy | kubectl apply -f -
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments = Arguments.parse(new Options().addOption(Arguments.flag("help")), args);
    if (!arguments.files().isEmpty()) {
      throw new UsageException("protect-policy takes no arguments");
    }
    Main.print(
        arguments.has("help")
            ? help()
            : KustomizeConfigCommand.resource("/kustomize/protect-policy.yaml"),
        console);
    return ExitCode.OK;
  }
}
