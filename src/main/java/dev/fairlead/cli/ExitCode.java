package dev.fairlead.cli;

/** The exit code of the process. */
public enum ExitCode {
  /** No errors. There may be warnings. */
  OK(0),
  /**
   * At least one error in the input, or a change with {@code --check} or {@code
   * --set-exit-if-changed}.
   */
  ERRORS(1),
  /** A wrong command line, or input that can't be read or is empty. */
  USAGE(2),
  /** A bug in fairlead. */
  BUG(3),
  /** The reader of the output has gone: what a shell shows of a program that SIGPIPE ends. */
  READER_GONE(141);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number for {@code exit}. */
  public int number() {
    return number;
  }
}
