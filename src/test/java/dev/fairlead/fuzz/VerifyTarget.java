package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Verifier;
import java.util.List;
import java.util.Optional;

/** Finished manifests, named and found in a folder. */
public final class VerifyTarget {
  private static final Verifier VERIFIER = new Verifier();

  private VerifyTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (String name : List.of("a.yaml", "kustomization.yaml")) {
      Oracles.isTheSameTwice(() -> messages(new SpecInput(name, data, false, Optional.empty())));
      Oracles.isTheSameTwice(() -> messages(new SpecInput(name, data, true, Optional.empty())));
    }
  }

  private static List<String> messages(SpecInput input) {
    Diagnostics diagnostics = new Diagnostics();
    VERIFIER.verify(List.of(input), diagnostics);
    Oracles.placesAreInTheirFiles(diagnostics.sorted());
    return diagnostics.sorted().stream().map(f -> f.span() + f.message() + f.hint()).toList();
  }
}
