package dev.fairlead.cli;

import java.io.IOException;
import java.util.List;

/** One word after {@code fairlead}. */
interface Command {
  /** The word. */
  String name();

  /** What {@code --help} prints. */
  String help();

  /**
   * Runs the command; throws only for a wrong command line and for output that can't be written.
   */
  ExitCode run(List<String> args, Console console) throws UsageException, IOException;
}
