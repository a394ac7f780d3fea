package dev.fairlead.adopt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a spec has to do without, so that it has no errors.
 *
 * @param excluded objects that can't be imported
 * @param withoutEach StatefulSets whose claims are written one by one
 * @param inTree volumes that are not translated to CSI
 */
record Concessions(Set<Found> excluded, Set<Found> withoutEach, Set<Found> inTree) {
  Concessions() {
    this(new HashSet<>(), new HashSet<>(), new HashSet<>());
  }

  Concessions copy() {
    return new Concessions(
        new HashSet<>(excluded), new HashSet<>(withoutEach), new HashSet<>(inTree));
  }

  /** Adds the sets whose claims have labels of their own. Whether there are any. */
  boolean addSets(List<Draft> drafts) {
    boolean added = false;
    for (Draft draft : drafts) {
      added |= withoutEach.addAll(draft.setsWithOwnLabels());
    }
    return added;
  }
}
