package dev.fairlead.model;

/**
 * Namespace and name of a claim. The namespace is empty if a manifest leaves it out, and then it is
 * unknown: it may be set when the manifest is applied. It never has a uid, because a volume with a
 * stale uid is released, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
public record ClaimRef(String namespace, String name) {
  // Every run looks claims up, and the JVM generates a record's own methods at every start.
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

  /** Whether both can be the same claim: an unknown namespace matches any. */
  public boolean matches(ClaimRef ref) {
    return name.equals(ref.name)
        && (namespace.isEmpty() || ref.namespace.isEmpty() || namespace.equals(ref.namespace));
  }

  /**
   * The name without {@code -<ordinal>}: of a claim that a StatefulSet makes, template and set.
   * Empty if it has no ordinal.
   */
  public String withoutOrdinal() {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
      end--;
    }
    boolean numbered = end < name.length() && end > 1 && name.charAt(end - 1) == '-';
    return numbered ? name.substring(0, end - 1) : "";
  }

  /** {@code namespace/name}, the form of kubectl; the name alone if the namespace is unknown. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }
}
