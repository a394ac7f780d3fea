package dev.fairlead.pipeline;

/**
 * An input file: the name that messages show, and its bytes.
 *
 * @param found whether it was found in a folder, so that nobody named it
 */
public record SpecInput(String name, byte[] bytes, boolean found) {
  /** A file that the user named. */
  public SpecInput(String name, byte[] bytes) {
    this(name, bytes, false);
  }
}
