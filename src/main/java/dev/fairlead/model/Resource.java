package dev.fairlead.model;

import java.util.List;
import java.util.Optional;

/** Something that becomes a manifest of its own. */
public sealed interface Resource permits Volume, Claim, Workload {
  /** Name, namespace, labels and annotations. */
  Metadata metadata();

  /** Codes of warnings that the user does not want to hear about this resource. */
  List<Ignore> ignore();

  /** The name. */
  default String name() {
    return metadata().name().value();
  }

  /** The namespace; empty for a PersistentVolume. */
  default String namespace() {
    Optional<At<String>> namespace = metadata().namespace();
    return namespace.isPresent() ? namespace.get().value() : "";
  }
}
