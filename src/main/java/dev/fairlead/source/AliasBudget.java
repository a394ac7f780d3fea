package dev.fairlead.source;

/**
 * How much the aliases of all files of a call may repeat. Everything that reads a tree reads an
 * alias as if its value stood there again, so a short file with many aliases is a long one.
 */
final class AliasBudget {
  private static final long ALLOWED = 100_000;
  private static final long ALLOWED_PER_VALUE = 10;

  /** So much text weighs as much as a value. */
  private static final int CHARS = 16;

  private long written;
  private long repeated;

  /** The weight of a scalar: 1, and more for a long text. */
  static long weight(int chars) {
    return 1 + chars / CHARS;
  }

  /** Counts a value that is written out. */
  void write(long weight) {
    written += weight;
  }

  /** Counts what an alias repeats. Whether it may. */
  boolean repeat(long weight) {
    repeated += weight;
    return repeated <= limit();
  }

  /** How much aliases may repeat so far. */
  long limit() {
    return ALLOWED + ALLOWED_PER_VALUE * written;
  }

  /** How much they have repeated so far. */
  long repeated() {
    return repeated;
  }
}
