package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.manifest.ManifestReader;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.PassedOver.Reason;
import dev.fairlead.schema.ManifestSchema;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.NullFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks finished manifests with the same rules as specs. */
public final class Verifier {
  private final ManifestSchema schema = new ManifestSchema();
  private final Optional<KubernetesVersion> kubernetes;

  /** A verifier for every supported version of Kubernetes. */
  public Verifier() {
    this(Optional.empty());
  }

  /** A verifier for one version of Kubernetes, if it is known. */
  public Verifier(Optional<KubernetesVersion> kubernetes) {
    this.kubernetes = kubernetes;
  }

  /** Adds the findings about the manifests. Returns what was passed over. */
  public PassedOver verify(List<SpecInput> inputs, Diagnostics diagnostics) {
    PassedOver passed = new PassedOver();
    Diagnostics all = new Diagnostics();
    FoundFiles found = new FoundFiles(inputs, all, passed);
    List<Document> documents = found.readAll(inputs);
    check(documents, found, all);
    passed.read(documents.size());
    for (Diagnostic finding : all.sorted()) {
      Optional<Reason> replaced = found.replaced(finding);
      if (replaced.isPresent()) {
        passed.add(replaced.get());
      } else {
        diagnostics.add(finding);
      }
    }
    return passed;
  }

  private void check(List<Document> documents, FoundFiles found, Diagnostics diagnostics) {
    List<Document> present = new ArrayList<>();
    for (Document document : documents) {
      schema.check(document, diagnostics);
      present.add(new Document(document.file(), NullFields.removed(document.root())));
    }
    ManifestReader reader = new ManifestReader(kubernetes, found::cluster, diagnostics);
    Plan plan = reader.read(present);
    found.tellPatched(reader.variants());
    for (Plan cluster : reader.clusters(plan)) {
      Rules.checkManifests(cluster, reader.names(), reader.variants(), diagnostics);
    }
    Rules.checkClusters(plan, reader.variants(), diagnostics);
  }
}
