package dev.fairlead.model;

/**
 * Whether a volume is a directory or a raw device. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode">Volume
 * mode</a>.
 */
public enum VolumeMode {
  FILESYSTEM("Filesystem"),
  BLOCK("Block");

  private final String word;

  VolumeMode(String word) {
    this.word = word;
  }

  /** The mode with this name; Filesystem, the default, for any other word. */
  public static VolumeMode of(String word) {
    return word.equals(BLOCK.word) ? BLOCK : FILESYSTEM;
  }

  /** The name in Kubernetes, such as {@code Block}. */
  @Override
  public String toString() {
    return word;
  }
}
