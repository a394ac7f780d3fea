package dev.fairlead.cli;

import java.io.IOException;
import java.util.List;

/** A subcommand of {@code fairlead}. */
interface Command {
  /** The name of the subcommand. */
  String name();

  /** The text that {@code --help} prints. */
  String help();

  /** Runs the command. Throws only if the command line is wrong or the output can't be written. */
  ExitCode run(List<String> args, Console console) throws UsageException, IOException;
}
