package dev.fairlead.model;

/** The kinds of storage objects. */
public enum StorageKind implements Kind {
  PERSISTENT_VOLUME("PersistentVolume"),
  PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim");

  private final String word;

  StorageKind(String word) {
    this.word = word;
  }

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String template() {
    return word + ".mustache";
  }

  /** The name in Kubernetes, such as {@code PersistentVolume}. */
  @Override
  public String toString() {
    return word;
  }
}
