package dev.fairlead.normalize;

import java.util.ArrayList;
import java.util.List;

/** The containers of a workload as they stand in the document. */
final class Containers {
  /** The two lists of a workload, in the order in which their containers run. */
  static final List<String> LISTS = List.of("initContainers", "containers");

  private Containers() {}

  static List<MountDraft> mounts(Fields workload) {
    List<MountDraft> mounts = new ArrayList<>();
    for (String list : LISTS) {
      for (Fields container : workload.mappings(list)) {
        mounts.addAll(MountDraft.of(container));
      }
    }
    return mounts;
  }
}
