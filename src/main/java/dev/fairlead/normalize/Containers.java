package dev.fairlead.normalize;

import java.util.List;
import java.util.stream.Stream;

/** The containers of a workload as they stand in the document. */
final class Containers {
  /** The two lists of a workload, in the order in which their containers run. */
  static final List<String> LISTS = List.of("initContainers", "containers");

  private Containers() {}

  static Stream<MountDraft> mounts(Fields workload) {
    return LISTS.stream()
        .flatMap(list -> workload.mappings(list).stream())
        .flatMap(container -> MountDraft.of(container).stream());
  }
}
