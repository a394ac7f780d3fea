package dev.fairlead.krm;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.render.Templates;
import dev.fairlead.report.Report;
import dev.fairlead.report.TextReporter;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Sequence;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call as a KRM function. The output is the text of the input ResourceList, changed only where
 * necessary. Items of others stay unchanged to the byte.
 */
public final class KrmFunction {
  private static final String NOTHING =
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n";

  private final FieldPaths paths = new FieldPaths();
  private final Diagnostics diagnostics = new Diagnostics();
  private final Templates templates = Templates.load();
  private final WrittenSpecs written;

  /** {@code texts} are the texts that the client may have read the specs from. */
  public KrmFunction(Supplier<List<SpecInput>> texts) {
    this.written = new WrittenSpecs(texts, paths);
  }

  /** How a call ended. */
  public enum Outcome {
    /** The expanded ResourceList was written. */
    DONE,
    /** There were errors: the ResourceList was written unchanged, except for its results. */
    ERRORS,
    /** The input is not a ResourceList. Nothing was written. */
    NO_RESOURCE_LIST
  }

  /** Runs the function on the standard input of a client. */
  public Outcome run(byte[] input, Writer out, Writer err) throws IOException {
    List<Document> documents = ClientInput.read(input, paths, written, diagnostics);
    boolean broken = documents.isEmpty();
    Optional<ResourceList> read =
        ResourceList.of(broken ? Manifests.parse(NOTHING) : documents.get(0).root());
    if (read.isEmpty()) {
      return Outcome.NO_RESOURCE_LIST;
    }
    ResourceList list = read.get();
    Optional<Plan> plan = broken ? Optional.empty() : Optional.of(plan(list));
    List<String> made =
        plan.filter(sound -> !diagnostics.hasErrors())
            .map(sound -> new Manifests(templates, list.items(), diagnostics).of(sound))
            .orElse(List.of());
    List<Diagnostic> findings = diagnostics.sorted();
    Report report = Report.of(List.of(), findings);
    new TextReporter(false).print(report, err);
    Sequence results = new Results(paths, list.file()).of(report.findings());
    boolean errors = diagnostics.hasErrors();
    ResourceListText text = new ResourceListText(list, templates);
    out.write(errors ? text.unchanged(results) : text.expanded(plan.get(), made, results));
    out.flush();
    return errors ? Outcome.ERRORS : Outcome.DONE;
  }

  private Plan plan(ResourceList list) {
    list.check(diagnostics);
    return new Expansion(list.file(), paths, written, diagnostics)
        .plan(list.functionConfig(), list.items());
  }
}
