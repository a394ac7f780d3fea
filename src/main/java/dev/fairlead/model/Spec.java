package dev.fairlead.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one document of kind Storage makes. */
public record Spec(
    String name, List<Volume> volumes, List<Claim> claims, List<Workload> workloads) {
  private static final int SLICE = 1000;

  /**
   * Every resource that is made, in the order it is printed in: each volume with its claim right
   * after it.
   */
  public Stream<Resource> resources() {
    Stream<Resource> ofVolumes =
        volumes.stream()
            .mapMulti(
                (volume, to) -> {
                  to.accept(volume);
                  volume.reservation().ifPresent(to);
                });
    Stream<Workload> made = workloads.stream().filter(workload -> workload.existing().isEmpty());
    return Stream.of(ofVolumes, claims.stream(), made).flatMap(part -> part);
  }

  /** The spec as far as its resources look at each other. */
  Spec outline() {
    return new Spec(name, ManyVolumes.outlines(volumes), claims, workloads);
  }

  /** The same spec in slices whose volumes are all in memory. */
  Stream<Spec> slices() {
    if (!(volumes instanceof ManyVolumes)) {
      return Stream.of(this);
    }
    Stream<Spec> ofVolumes =
        IntStream.range(0, (volumes.size() + SLICE - 1) / SLICE).mapToObj(this::slice);
    return Stream.concat(ofVolumes, Stream.of(new Spec(name, List.of(), claims, workloads)));
  }

  private Spec slice(int number) {
    int end = Math.min(volumes.size(), (number + 1) * SLICE);
    return new Spec(name, List.copyOf(volumes.subList(number * SLICE, end)), List.of(), List.of());
  }
}
