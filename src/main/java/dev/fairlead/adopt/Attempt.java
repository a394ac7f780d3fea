package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Workload;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import dev.fairlead.wiring.ExistingWorkloads;
import dev.fairlead.write.SpecDocument;
import dev.fairlead.write.SpecText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A spec that was written, and what {@code render} makes of it. A spec is printed only if that has
 * no errors.
 */
final class Attempt {
  /** How messages show a place in the spec, which nobody has seen yet. */
  static final String PLACE = "the spec";

  private static final List<String> LISTS = List.of("volumes", "claims", "workloads");

  private final List<Draft> drafts;
  private final List<String> texts = new ArrayList<>();
  private final List<Document> documents;
  private final Plan plan;
  private final Diagnostics diagnostics = new Diagnostics();

  /** Writes the drafts. With {@code shorten}, what entries share stands once. */
  Attempt(List<Draft> drafts, ExistingWorkloads existing, boolean shorten) {
    this.drafts = drafts;
    List<SpecDocument> written = new ArrayList<>();
    for (Draft draft : drafts) {
      SpecDocument document = draft.document(shorten);
      written.add(document);
      texts.add(SpecText.of(List.of(document)));
    }
    SpecInput input =
        new SpecInput("spec", String.join("---\n", texts).getBytes(StandardCharsets.UTF_8));
    // A text without documents would be a finding.
    this.documents =
        texts.isEmpty()
            ? List.of()
            : new SpecReader(new KubernetesNumbers(), diagnostics)
                .read(input.name(), input.bytes(), span -> PLACE);
    this.plan = new Transpiler().transpileDocuments(documents, existing, diagnostics);
  }

  /** The documents. */
  List<Importer.Written> written() {
    List<Importer.Written> written = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      written.add(new Importer.Written(drafts.get(i).name(), texts.get(i)));
    }
    return written;
  }

  /** The objects of the input that the spec renders. */
  List<Found> origins() {
    List<Found> origins = new ArrayList<>();
    for (Draft draft : drafts) {
      for (String list : LISTS) {
        draft.items(list).forEach(item -> origins.addAll(item.origins()));
      }
    }
    return origins;
  }

  /** What the spec makes anew: no workloads that exist. */
  List<Resource> made() {
    List<Resource> made = new ArrayList<>();
    for (Resource resource : plan.resources()) {
      if (!(resource instanceof Workload workload && workload.existing().isPresent())) {
        made.add(resource);
      }
    }
    return made;
  }

  /** The errors of the spec. */
  List<Diagnostic> errors() {
    return diagnostics.sorted().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  /** An entry of a draft with a place in it. */
  record Place(Draft draft, Draft.Item item, Span span) {}

  /** The entry in which a finding about the spec is, and its place in the input. */
  Optional<Place> place(Span span) {
    for (int i = 0; i < documents.size(); i++) {
      Mapping root = (Mapping) documents.get(i).root();
      for (String list : LISTS) {
        List<Tree> items = root.list(list);
        for (int k = 0; k < items.size(); k++) {
          if (items.get(k).span().contains(span)) {
            Draft.Item item = drafts.get(i).items(list).get(k);
            Span there = within(items.get(k), item.entry().fields(), span);
            return Optional.of(new Place(drafts.get(i), item, there));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The place in the input of a place in an entry, as near as it can be told. */
  private static Span within(Tree written, Tree origin, Span span) {
    if (written instanceof Mapping fields && origin instanceof Mapping from) {
      for (Mapping.Entry entry : fields.entries()) {
        Tree source = from.find(entry.key());
        if (source != null && entry.keySpan().contains(span)) {
          return from.keySpan(entry.key()).orElse(source.span());
        }
        if (source != null && entry.value().span().contains(span)) {
          return within(entry.value(), source, span);
        }
      }
    }
    Span whole = origin.span();
    return new Span(whole.file(), whole.start(), Math.min(whole.start() + 1, whole.end()));
  }
}
