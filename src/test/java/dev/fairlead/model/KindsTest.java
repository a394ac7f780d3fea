package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.manifest.ManifestReader;
import dev.fairlead.source.SpecReader;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind that render makes is printed by some case, with its own API version. */
class KindsTest {
  /** What render prints, verify reads. */
  @Test
  void verifyReadsEveryKindThatRenderMakes() throws IOException {
    Set<Kind> read = new HashSet<>();
    for (Path folder : Golden.cases("render")) {
      byte[] printed = Files.readAllBytes(folder.resolve("expected.yaml"));
      Diagnostics diagnostics = new Diagnostics();
      Plan plan =
          new ManifestReader(Optional.empty(), file -> "", diagnostics)
              .read(SpecReader.ofManifests(diagnostics).read("expected.yaml", printed));
      plan.resources().forEach(resource -> read.add(resource.kind()));
    }
    assertEquals(kinds().stream().filter(kind -> !read.contains(kind)).toList(), List.of());
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>(List.of(StorageKind.values()));
    for (WorkloadKind kind : WorkloadKind.values()) {
      if (WorkloadKind.ofSpec(kind.toString()).equals(Optional.of(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  @Test
  void everyKindHasARenderCase() throws IOException {
    StringBuilder printed = new StringBuilder("\n");
    for (Path folder : Golden.cases("render")) {
      printed.append(Files.readString(folder.resolve("expected.yaml")));
    }
    List<String> missing = new ArrayList<>();
    for (Kind kind : kinds()) {
      String head = "\napiVersion: " + kind.apiVersion() + "\nkind: " + kind + "\n";
      if (printed.indexOf(head) < 0) {
        missing.add(head.strip().replace("\n", ", "));
      }
    }
    assertEquals(List.of(), missing, "no case of testdata/render prints");
  }
}
