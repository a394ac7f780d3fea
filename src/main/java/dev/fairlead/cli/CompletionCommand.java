package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import java.io.IOException;
import java.util.List;

/** {@code fairlead completion}: prints the script that makes a shell complete command lines. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead completion bash|zsh|fish

    Prints a script for a shell. With it, the Tab key completes commands, options and
    their values, files, and the fields, codes and drivers that explain and init take. The
    script asks fairlead at each Tab, so it stays the same with each version of fairlead.

    Options:
      --help  print this text

    Example:
      echo 'source <(fairlead completion bash)' >>~/.bashrc
      echo 'source <(fairlead completion zsh)' >>~/.zshrc
      fairlead completion fish >~/.config/fish/completions/fairlead.fish
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments = Arguments.parse(new Options().addOption(Arguments.flag("help")), args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    if (arguments.files().size() != 1) {
      throw new UsageException("name your shell: bash, zsh or fish");
    }
    String shell = arguments.files().get(0);
    if (!SHELLS.contains(shell)) {
      throw new UsageException(
          "the shell is " + quote(shell) + "; accepted: \"bash\", \"zsh\", \"fish\"");
    }
    Main.print(KustomizeConfigCommand.resource("/completion/fairlead." + shell), console);
    return ExitCode.OK;
  }
}
