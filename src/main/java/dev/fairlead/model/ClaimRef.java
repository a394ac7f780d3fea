package dev.fairlead.model;

/**
 * Namespace and name of a claim. Never a uid: a volume that carries a stale one is released, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
public record ClaimRef(String namespace, String name) {
  // Claims are looked up in every run, and the JVM spins what a record brings along at its start.
  @Override
  public boolean equals(Object other) {
    return other instanceof ClaimRef ref
        && namespace.equals(ref.namespace)
        && name.equals(ref.name);
  }

  @Override
  public int hashCode() {
    return 31 * namespace.hashCode() + name.hashCode();
  }

  /** {@code namespace/name}, as kubectl shows it. */
  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
