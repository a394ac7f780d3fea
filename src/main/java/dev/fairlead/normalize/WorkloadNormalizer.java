package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.At;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes the workloads of one spec: the pod, and what the kind puts around it. */
final class WorkloadNormalizer {
  private static final String NAME_LABEL = "app.kubernetes.io/name";
  private static final int LONGEST_LABEL = 63;

  private final SpecDraft spec;
  private final MountResolver resolver;
  private final MountResolver.Built built;
  private final ExistingNormalizer existing;
  private final Diagnostics diagnostics;

  WorkloadNormalizer(
      SpecDraft spec,
      MountResolver resolver,
      MountResolver.Built built,
      ExistingWorkloads manifests,
      Diagnostics diagnostics) {
    this.spec = spec;
    this.resolver = resolver;
    this.built = built;
    this.existing = new ExistingNormalizer(spec, resolver, manifests, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The complete workload; empty if an error in it has been reported. */
  Optional<Workload> normalize(Fields draft) {
    At<String> name = draft.text("name").orElse(new At<>("", draft.span()));
    At<String> namespace = spec.namespaceOf(draft);
    Optional<WorkloadKind> kind =
        draft.has("kind")
            ? WorkloadKind.ofSpec(draft.textOr("kind", ""))
            : Optional.of(WorkloadKind.POD);
    if (draft.isTrue("existing")) {
      return kind.isPresent() ? existing.normalize(draft, name, kind.get()) : Optional.empty();
    }
    ClaimTemplates templates = new ClaimTemplates(spec, built, draft, diagnostics);
    PodWiring wiring = new PodWiring(resolver, templates, name, namespace.value(), diagnostics);
    Tree.Mapping podSpec = wiring.podSpec(draft);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<Tree.Mapping> complete = spec(kind.get(), draft, name, podSpec, templates);
    if (SpecDraft.broken(draft, diagnostics) || complete.isEmpty()) {
      return Optional.empty();
    }
    List<Ignore> ignore = new Layered(draft, Optional.empty()).ignore();
    Map<String, String> labels = draft.strings("labels", spec.shared("labels"));
    Map<String, String> annotations = draft.strings("annotations", spec.shared("annotations"));
    Metadata metadata =
        new Metadata(
            name, Optional.of(namespace), labels, Annotations.withIgnore(annotations, ignore));
    return Optional.of(new Workload(kind.get(), metadata, complete.get(), ignore));
  }

  private Optional<Tree.Mapping> spec(
      WorkloadKind kind,
      Fields draft,
      At<String> name,
      Tree.Mapping podSpec,
      ClaimTemplates templates) {
    if (kind == WorkloadKind.POD) {
      return Optional.of(podSpec);
    }
    Tree.Mapping written = draft.tree("spec").orElse(Tree.Mapping.of(Map.of(), draft.span()));
    Tree.Mapping own = moveIn(draft, written, "replicas");
    own = moveIn(draft, own, "schedule");
    if (kind.runsToCompletion()) {
      podSpec = podSpec.withDefault("restartPolicy", Trees.text("Never", draft.span()));
    }
    if (kind == WorkloadKind.CRON_JOB) {
      if (own.get("schedule").isEmpty()) {
        diagnostics.add(
            Code.MISSING_FIELD,
            name.span(),
            "CronJob " + quote(name.value()) + " lacks \"schedule\"",
            "write it, as in schedule: \"0 3 * * *\"");
      }
      Tree.Mapping jobTemplate = own.mapping("jobTemplate");
      Tree.Mapping job = withPod(jobTemplate.mapping("spec"), podSpec);
      return Optional.of(own.with("jobTemplate", jobTemplate.with("spec", job)));
    }
    if (kind.hasSelector()) {
      Optional<Tree.Mapping> selected = withSelector(templates.addTo(own), name, kind);
      return selected.isPresent()
          ? Optional.of(withPod(selected.get(), podSpec))
          : Optional.empty();
    }
    return Optional.of(withPod(own, podSpec));
  }

  private static Tree.Mapping withPod(Tree.Mapping spec, Tree.Mapping podSpec) {
    return spec.with("template", spec.mapping("template").with("spec", podSpec));
  }

  /** Puts a short form where the kind's own spec has the field. */
  private Tree.Mapping moveIn(Fields draft, Tree.Mapping spec, String field) {
    if (!draft.has(field)) {
      return spec;
    }
    if (spec.get(field).isPresent()) {
      diagnostics.add(
          Code.CONFLICTING_FIELDS,
          draft.keySpan(field).orElseThrow(),
          field + " stands here and under spec; keep one of them");
    }
    return spec.with(field, Trees.of(draft.value(field).orElseThrow()));
  }

  private Optional<Tree.Mapping> withSelector(
      Tree.Mapping spec, At<String> name, WorkloadKind kind) {
    Span span = name.span();
    if (spec.get("selector").isEmpty()) {
      if (name.value().length() > LONGEST_LABEL) {
        diagnostics.add(
            Code.INVALID_NAME,
            span,
            kind
                + " "
                + quote(name.value())
                + " has a name of "
                + name.value().length()
                + " characters, too long for the label that selects its pods",
            "write spec.selector.matchLabels with a shorter value");
        return Optional.empty();
      }
      Tree labels = Tree.Mapping.of(Map.of(NAME_LABEL, Trees.text(name.value(), span)), span);
      spec = spec.with("selector", Tree.Mapping.of(Map.of("matchLabels", labels), span));
    }
    Tree.Mapping template = spec.mapping("template");
    Tree.Mapping metadata = template.mapping("metadata");
    Tree.Mapping labels = metadata.mapping("labels");
    for (Map.Entry<String, Tree> label :
        spec.mapping("selector").mapping("matchLabels").entries().entrySet()) {
      labels = labels.withDefault(label.getKey(), label.getValue());
    }
    if (!labels.entries().isEmpty()) {
      metadata = metadata.with("labels", labels);
      template = template.with("metadata", metadata);
    }
    return Optional.of(spec.with("template", template));
  }
}
