package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.model.Plan;
import dev.fairlead.normalize.ManifestReader;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import java.util.ArrayList;
import java.util.List;

/** Takes finished manifests to the same rules that specs are checked by. */
public final class Verifier {
  private final SpecSchema schema;

  /** Loads what every run needs. */
  public Verifier() {
    this.schema = SpecSchema.load();
  }

  /** Adds what is wrong with the manifests. */
  public void verify(List<SpecInput> inputs, Diagnostics diagnostics) {
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      documents.addAll(SpecReader.ofManifests(diagnostics).read(input.name(), input.bytes()));
    }
    documents.forEach(document -> schema.checkSource(document, diagnostics));
    ManifestReader reader = new ManifestReader(diagnostics);
    Plan plan = reader.read(documents);
    Rules.checkManifests(plan, reader.names(), diagnostics);
  }
}
