package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.document.LongLists;
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
  private final long nodesKept;
  private final int volumesKept;

  /** Loads what every run needs. */
  public Transpiler() {
    this(LongLists.NODES_KEPT, Normalizer.MOST_KEPT);
  }

  /**
   * The same, but for when specs count as long: with more nodes than {@code nodesKept} the lists of
   * documents are folded, with more volumes than {@code volumesKept} the plan keeps only outlines.
   */
  public Transpiler(long nodesKept, int volumesKept) {
    this.schema = SpecSchema.load();
    this.nodesKept = nodesKept;
    this.volumesKept = volumesKept;
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
    SpecReader reader = new SpecReader(diagnostics, new LongLists(nodesKept, schema.judge()));
    for (SpecInput input : inputs) {
      documents.addAll(reader.read(input.name(), input.bytes()));
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
    Plan plan = new Normalizer(manifests, volumesKept, diagnostics).normalize(specs);
    Rules.checkSpecs(plan, diagnostics);
    return plan;
  }
}
