package dev.fairlead.adopt;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a spec is to have. */
record Contents(List<Found> volumes, List<Found> claims, List<Found> workloads) {
  /** The same without some objects. */
  Contents without(Set<Found> excluded) {
    Predicate<Found> kept = found -> !excluded.contains(found);
    return new Contents(
        volumes.stream().filter(kept).toList(),
        claims.stream().filter(kept).toList(),
        workloads.stream().filter(kept).toList());
  }
}
