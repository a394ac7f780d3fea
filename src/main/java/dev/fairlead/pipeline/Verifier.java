package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.manifest.ManifestReader;
import dev.fairlead.model.Plan;
import dev.fairlead.schema.ManifestSchema;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.NullFields;
import java.util.ArrayList;
import java.util.List;

/** Checks finished manifests with the same rules as specs. */
public final class Verifier {
  private final ManifestSchema schema = new ManifestSchema();

  /** Adds the findings about the manifests. */
  public void verify(List<SpecInput> inputs, Diagnostics diagnostics) {
    SpecReader source = SpecReader.asKubectl(diagnostics);
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      for (Document document : source.read(input.name(), input.bytes())) {
        documents.addAll(ManifestLists.flatten(document));
      }
    }
    List<Document> present = new ArrayList<>();
    for (Document document : documents) {
      schema.check(document, diagnostics);
      present.add(new Document(document.file(), NullFields.removed(document.root())));
    }
    ManifestReader reader = new ManifestReader(diagnostics);
    Plan plan = reader.read(present);
    Rules.checkManifests(plan, reader.names(), diagnostics);
  }
}
