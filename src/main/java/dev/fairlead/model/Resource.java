package dev.fairlead.model;

import dev.fairlead.tree.Located;
import java.util.List;
import java.util.Optional;

/** Something that becomes a manifest of its own. */
public sealed interface Resource permits Volume, Claim, Workload {
  /** What to do with each type of resource. */
  interface Cases<T> {
    /** The resource is a PersistentVolume. */
    T volume(Volume volume);

    /** The resource is a PersistentVolumeClaim. */
    T claim(Claim claim);

    /** The resource is a Pod or something that makes pods. */
    T workload(Workload workload);
  }

  /** What the case for this type of resource returns. */
  <T> T match(Cases<T> cases);

  /** The kind, which knows the API version and the template. */
  Kind kind();

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
    Optional<Located<String>> namespace = metadata().namespace();
    return namespace.isPresent() ? namespace.get().value() : "";
  }
}
