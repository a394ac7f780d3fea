package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
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

  /** Loads what every run needs. */
  public Transpiler() {
    this.schema = SpecSchema.load();
  }

  /**
   * Reads, validates, completes and checks all inputs together. Never throws for a user's mistake;
   * every finding is added to {@code diagnostics}, and the plan is sound unless that has errors.
   */
  public Plan transpile(List<SpecInput> inputs, Diagnostics diagnostics) {
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      for (Document document : new SpecReader(diagnostics).read(input.name(), input.bytes())) {
        if (SpecKind.check(document, diagnostics)) {
          schema.check(document, diagnostics);
          documents.add(document);
        }
      }
    }
    // The text is in the documents; what was read is not needed any more.
    inputs = List.of();
    Plan plan = new Normalizer(diagnostics).normalize(documents);
    Rules.check(plan, diagnostics);
    return plan;
  }
}
