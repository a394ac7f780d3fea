package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** The reader, in its three readings. */
public final class ReaderTarget {
  private ReaderTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (int reading = 0; reading < 3; reading++) {
      int number = reading;
      Oracles.isTheSameTwice(() -> read(number, data));
    }
  }

  private static List<Object> read(int reading, byte[] data) {
    Diagnostics diagnostics = new Diagnostics();
    SpecReader reader =
        switch (reading) {
          case 0 -> new SpecReader(new KubernetesNumbers(), diagnostics);
          case 1 -> SpecReader.ofManifests(diagnostics);
          default -> SpecReader.asKubectl(diagnostics);
        };
    List<Object> seen = new ArrayList<>();
    for (Document document : reader.read("a.yaml", data)) {
      walk(document.root(), seen);
    }
    Oracles.placesAreInTheirFiles(diagnostics.sorted());
    diagnostics.sorted().forEach(finding -> seen.add(finding.message()));
    return seen;
  }

  /** Visits at most so many values that aliases don't matter. */
  private static void walk(Tree tree, List<Object> seen) {
    if (seen.size() > 10_000) {
      return;
    }
    Oracles.isInItsFile(tree.span());
    seen.add(tree.start());
    if (tree instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        Oracles.isInItsFile(entry.keySpan());
        seen.add(entry.key());
        walk(entry.value(), seen);
      }
    } else if (tree instanceof Sequence list) {
      list.items().forEach(item -> walk(item, seen));
    }
  }
}
