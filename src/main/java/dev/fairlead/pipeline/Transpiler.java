package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.document.LongLists;
import dev.fairlead.model.Plan;
import dev.fairlead.normalize.Normalizer;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import java.util.ArrayList;
import java.util.List;

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
   * Reads, validates, completes and checks all inputs together. Never throws for a user's mistake;
   * every finding is added to {@code diagnostics}, and the plan is sound unless that has errors.
   */
  public Plan transpile(List<SpecInput> inputs, Diagnostics diagnostics) {
    List<Document> documents = new ArrayList<>();
    SpecReader reader = new SpecReader(diagnostics, new LongLists(nodesKept));
    for (SpecInput input : inputs) {
      for (Document document : reader.read(input.name(), input.bytes())) {
        if (SpecKind.check(document, diagnostics)) {
          schema.check(document, diagnostics);
          documents.add(document);
        }
      }
    }
    // The text is in the documents; what was read is not needed any more.
    inputs = List.of();
    Plan plan = new Normalizer(diagnostics, volumesKept).normalize(documents);
    Rules.check(plan, diagnostics);
    return plan;
  }
}
