package dev.fairlead.model;

import java.util.Map;
import java.util.Optional;

/** Name, labels and annotations of a resource; a PersistentVolume has no namespace. */
public record Metadata(
    At<String> name,
    Optional<At<String>> namespace,
    Map<String, String> labels,
    Map<String, String> annotations) {
  /** Puts labels and annotations in the order they are printed in. */
  public Metadata {
    labels = KeyOrder.sort(labels);
    annotations = KeyOrder.sort(annotations);
  }

  /** Name and namespace alone. */
  Metadata outline() {
    return new Metadata(name, namespace, Map.of(), Map.of());
  }
}
