package dev.fairlead.model;

/**
 * Namespace and name of a claim. Never a uid: a volume that carries a stale one is released, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
public record ClaimRef(String namespace, String name) {
  /** {@code namespace/name}, as kubectl shows it. */
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
