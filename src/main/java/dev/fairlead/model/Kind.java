package dev.fairlead.model;

/**
 * The kind of a resource, and all that follows from it. See <a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/">API concepts</a>.
 */
public interface Kind {
  /** The spelling of Kubernetes, as in {@code PersistentVolume}. */
  @Override
  String toString();

  /** The API group and version, as in {@code apps/v1}. */
  String apiVersion();

  /** The file under {@code templates/} that prints resources of this kind. */
  String template();
}
