package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.normalize.ManifestReader;
import dev.fairlead.source.SpecReader;
import java.util.ArrayList;
import java.util.List;

/** Takes finished manifests to the same rules that specs are checked by. */
public final class Verifier {
  private Verifier() {}

  /** Adds what is wrong with the manifests. */
  public static void verify(List<SpecInput> inputs, Diagnostics diagnostics) {
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      documents.addAll(SpecReader.ofManifests(diagnostics).read(input.name(), input.bytes()));
    }
    Rules.checkManifests(new ManifestReader(diagnostics).read(documents), diagnostics);
  }
}
