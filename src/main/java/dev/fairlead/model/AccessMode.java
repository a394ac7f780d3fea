package dev.fairlead.model;

import java.util.Optional;

/**
 * How nodes may mount a volume. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
public enum AccessMode {
  READ_WRITE_ONCE("ReadWriteOnce"),
  READ_ONLY_MANY("ReadOnlyMany"),
  READ_WRITE_MANY("ReadWriteMany"),
  READ_WRITE_ONCE_POD("ReadWriteOncePod");

  private final String word;

  AccessMode(String word) {
    this.word = word;
  }

  /** The mode with this name, if there is one. */
  public static Optional<AccessMode> of(String word) {
    for (AccessMode mode : values()) {
      if (mode.word.equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /** The name in Kubernetes, such as {@code ReadWriteOnce}. */
  @Override
  public String toString() {
    return word;
  }
}
