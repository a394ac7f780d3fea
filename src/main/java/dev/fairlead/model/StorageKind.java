package dev.fairlead.model;

/** The kinds of storage objects. */
public enum StorageKind implements Kind {
  PERSISTENT_VOLUME("PersistentVolume", "v1"),
  PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim", "v1");

  private final String word;
  private final String apiVersion;

  StorageKind(String word, String apiVersion) {
    this.word = word;
    this.apiVersion = apiVersion;
  }

  @Override
  public String apiVersion() {
    return apiVersion;
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
