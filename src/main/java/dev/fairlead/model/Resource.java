package dev.fairlead.model;

import dev.fairlead.tree.Located;
import java.util.List;
import java.util.Optional;

/** A Kubernetes object of the plan. */
public sealed interface Resource permits Volume, Claim, Workload {
  /** A function with one case per type of resource. */
  interface Cases<T> {
    /** The result for a PersistentVolume. */
    T volume(Volume volume);

    /** The result for a PersistentVolumeClaim. */
    T claim(Claim claim);

    /** The result for a Pod or a workload that creates pods. */
    T workload(Workload workload);
  }

  /** Calls the case for this type of resource and returns its result. */
  <T> T match(Cases<T> cases);

  /** The kind. */
  Kind kind();

  /** Name, namespace, labels and annotations. */
  Metadata metadata();

  /** The warnings that the user silences for this resource. */
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
