package dev.fairlead.cli;

import dev.fairlead.lsp.FairleadServer;
import java.io.IOException;
import java.util.List;

/** {@code fairlead lsp}: a language server on standard input and output. */
final class LspCommand implements Command {
  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead lsp [--stdio]

    A language server for specs, which editors start: findings as you type, quick fixes,
    completion, hover, rename, and links between volumes, claims and workloads. It speaks
    the Language Server Protocol on standard input and output.

    Options:
      --stdio  the same; editors that offer a choice pass it
      --help   print this text

    Exit code: 0 the editor has ended the session, 1 it is gone.
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        new Options().addOption(Arguments.flag("stdio")).addOption(Arguments.flag("help"));
    Arguments arguments = Arguments.parse(options, args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    if (!arguments.files().isEmpty()) {
      throw new UsageException("lsp reads no files: the editor names them");
    }
    return FairleadServer.serve(console.in(), console.out(), Main.version())
        ? ExitCode.OK
        : ExitCode.ERRORS;
  }
}
