package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.model.Plan;
import dev.fairlead.normalize.ExistingWorkloads;
import dev.fairlead.normalize.Normalizer;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Takes specs through the rooms up to a plan that can be rendered. */
public final class Transpiler {
  private final SpecSchema schema;

  /** Loads what every run needs. */
  public Transpiler() {
    this.schema = SpecSchema.load();
  }

  /**
   * The workloads in finished manifests. Where they are {@code strict}, scalars that YAML readers
   * disagree about are errors.
   */
  public static ExistingWorkloads existing(
      List<SpecInput> manifests, boolean strict, Diagnostics diagnostics) {
    SpecReader reader = strict ? new SpecReader(diagnostics) : SpecReader.ofManifests(diagnostics);
    List<JsonNode> roots = new ArrayList<>();
    for (SpecInput input : manifests) {
      reader.read(input.name(), input.bytes()).stream().map(Document::root).forEach(roots::add);
    }
    return new ExistingWorkloads(roots);
  }

  /**
   * Reads, validates, completes and checks all inputs together. Never throws for a user's mistake;
   * every finding is added to {@code diagnostics}, and the plan is sound unless that has errors.
   */
  public Plan transpile(List<SpecInput> inputs, Diagnostics diagnostics) {
    return transpile(inputs, ExistingWorkloads.none(), diagnostics);
  }

  /** The same, with the manifests of workloads that the specs say exist. */
  public Plan transpile(
      List<SpecInput> inputs, ExistingWorkloads manifests, Diagnostics diagnostics) {
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      documents.addAll(new SpecReader(diagnostics).read(input.name(), input.bytes()));
    }
    return transpileDocuments(documents, manifests, diagnostics);
  }

  /** The same, from documents that have been read already. */
  public Plan transpileDocuments(
      List<Document> documents, ExistingWorkloads manifests, Diagnostics diagnostics) {
    List<Document> specs = new ArrayList<>();
    for (Document document : documents) {
      if (SpecKind.check(document, diagnostics)) {
        schema.check(document, diagnostics);
        specs.add(document);
      }
    }
    Plan plan = new Normalizer(manifests, diagnostics).normalize(specs);
    Rules.checkSpecs(plan, diagnostics);
    return plan;
  }
}
