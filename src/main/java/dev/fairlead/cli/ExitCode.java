package dev.fairlead.cli;

/** What the process says to its caller. */
public enum ExitCode {
  /** No error; there may be warnings. */
  OK(0),
  /** At least one error in what was read, or a folder that is not up to date. */
  ERRORS(1),
  /** A wrong command line, or input that can't be read or has no content. */
  USAGE(2),
  /** A bug in fairlead. */
  BUG(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number for {@code exit}. */
  public int number() {
    return number;
  }
}
