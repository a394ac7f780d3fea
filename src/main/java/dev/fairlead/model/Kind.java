package dev.fairlead.model;

/**
 * The kind of a resource, with its API version and template. See <a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/">API concepts</a>.
 */
public interface Kind {
  /** The name in Kubernetes, such as {@code PersistentVolume}. */
  @Override
  String toString();

  /** The API group and version, such as {@code apps/v1}. */
  String apiVersion();

  /** The file under {@code templates/} that prints resources of this kind. */
  String template();
}
