package dev.fairlead.pipeline;

import java.util.Optional;

/**
 * An input file: the name that messages show, and its bytes.
 *
 * @param found whether it was found in a folder, so that nobody named it
 * @param path where it is, which its name does not always tell; empty for standard input and for
 *     texts of other programs
 */
public record SpecInput(String name, byte[] bytes, boolean found, Optional<String> path) {
  /** A text that is in no file. */
  public SpecInput(String name, byte[] bytes) {
    this(name, bytes, false, Optional.empty());
  }

  /** The same input with other bytes. */
  public SpecInput withBytes(byte[] other) {
    return new SpecInput(name, other, found, path);
  }
}
