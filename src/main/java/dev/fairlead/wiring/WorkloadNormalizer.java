package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binding.Bindings;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.List;
import java.util.Optional;

/** Completes the workloads of one spec: the pod, and the fields of the kind around it. */
public final class WorkloadNormalizer {
  private static final String NAME_LABEL = "app.kubernetes.io/name";
  private static final int MAX_LABEL = 63;

  private final SpecDraft spec;
  private final MountResolver resolver;
  private final Built built;
  private final ExistingNormalizer existing;
  private final Diagnostics diagnostics;

  /** Existing workloads are looked up in {@code manifests}. */
  public WorkloadNormalizer(
      SpecDraft spec,
      Bindings bindings,
      Built built,
      ExistingWorkloads manifests,
      Diagnostics diagnostics) {
    this.spec = spec;
    this.resolver = new MountResolver(spec, bindings, built, diagnostics);
    this.built = built;
    this.existing = new ExistingNormalizer(spec, built, resolver, manifests, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The complete workload; empty if it has an error. */
  public Optional<Workload> normalize(WorkloadDraft draft) {
    Optional<WorkloadKind> kind = draft.kind();
    if (draft.isExisting()) {
      return kind.isPresent() ? existing.normalize(draft, kind.get()) : Optional.empty();
    }
    ClaimTemplates templates = new ClaimTemplates(spec, built, draft, diagnostics);
    Mapping podSpec = new PodWiring(resolver, templates, draft, diagnostics).podSpec();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<Mapping> complete = completeSpec(podSpec, kind.get(), draft, templates);
    if (draft.isBroken(diagnostics) || complete.isEmpty()) {
      return Optional.empty();
    }
    List<Ignore> ignore = draft.ignore();
    Metadata metadata =
        spec.shared().of(draft.name(), Optional.of(draft.namespace()), draft.fields(), ignore);
    return Optional.of(new Workload(kind.get(), metadata, complete.get(), ignore));
  }

  private Optional<Mapping> completeSpec(
      Mapping podSpec, WorkloadKind kind, WorkloadDraft draft, ClaimTemplates templates) {
    if (kind == WorkloadKind.POD) {
      return Optional.of(podSpec);
    }
    Mapping fields = draft.fields();
    checkNamespace(draft, fields.mapping("spec"));
    Mapping own = moveIn(fields, fields.mapping("spec"), "replicas");
    own = moveIn(fields, own, "schedule");
    if (kind.runsToCompletion()) {
      podSpec = podSpec.withDefault("restartPolicy", Scalar.string("Never", fields.span()));
    }
    if (kind == WorkloadKind.CRON_JOB) {
      return Optional.of(cronJob(own, podSpec, draft.name()));
    }
    if (kind.hasSelector()) {
      Optional<Mapping> selected = withSelector(templates.addTo(own), draft.name(), kind);
      return selected.isPresent()
          ? Optional.of(withPod(selected.get(), podSpec))
          : Optional.empty();
    }
    return Optional.of(withPod(own, podSpec));
  }

  /** Pods are always in the namespace of their workload. */
  private void checkNamespace(WorkloadDraft draft, Mapping spec) {
    Mapping job = spec.has("jobTemplate") ? spec.mapping("jobTemplate").mapping("spec") : spec;
    Optional<Located<String>> written =
        job.mapping("template").mapping("metadata").string("namespace");
    String namespace = draft.namespace().value();
    if (written.isPresent() && !written.get().value().equals(namespace)) {
      diagnostics.add(
          Diagnostic.of(
                  Code.WRONG_NAMESPACE,
                  written.get().span(),
                  message(
                      "the pod template of {} has the namespace {}, but its pods are in {}",
                      draft.name().value(),
                      written.get().value(),
                      namespace))
              .withHint("leave it out, or set the namespace of the workload")
              .withRelated(
                  draft.namespace().span(), message("the pods are in namespace {}", namespace)));
    }
  }

  private Mapping cronJob(Mapping own, Mapping podSpec, Located<String> name) {
    if (own.get("schedule").isEmpty()) {
      diagnostics.add(
          Code.MISSING_FIELD,
          name.span(),
          message("CronJob {} lacks {}", name.value(), "schedule"),
          "write it, as in schedule: \"0 3 * * *\"");
    }
    Mapping jobTemplate = own.mapping("jobTemplate");
    Mapping job = withPod(jobTemplate.mapping("spec"), podSpec);
    return own.with("jobTemplate", jobTemplate.with("spec", job));
  }

  private static Mapping withPod(Mapping spec, Mapping podSpec) {
    return spec.with("template", spec.mapping("template").with("spec", podSpec));
  }

  /** Moves the short form of a field to its place in the spec of the kind. */
  private Mapping moveIn(Mapping draft, Mapping spec, String field) {
    if (!draft.has(field)) {
      return spec;
    }
    if (spec.get(field).isPresent()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CONFLICTING_FIELDS,
                  draft.keySpan(field).orElseThrow(),
                  message("{} is set both here and under spec; keep one of them", plain(field)))
              .withRelated(spec.keySpan(field).orElse(spec.spanOf(field)), "set under spec"));
    }
    return spec.with(field, draft.find(field));
  }

  private Optional<Mapping> withSelector(Mapping spec, Located<String> name, WorkloadKind kind) {
    Span span = name.span();
    if (spec.get("selector").isEmpty()) {
      if (name.value().length() > MAX_LABEL) {
        diagnostics.add(
            Code.INVALID_NAME,
            span,
            message(
                "{} {} has a name of {} characters, too long for the label that selects its pods",
                kind,
                name.value(),
                name.value().length()),
            "write spec.selector.matchLabels with a shorter value");
        return Optional.empty();
      }
      Mapping labels = Mapping.of(NAME_LABEL, Scalar.string(name.value(), span), span);
      spec =
          spec.with(
              "selector", kind.selectsByMap() ? labels : Mapping.of("matchLabels", labels, span));
    }
    Mapping template = spec.mapping("template");
    Mapping metadata = template.mapping("metadata");
    Mapping labels = metadata.mapping("labels");
    Mapping selector = spec.mapping("selector");
    Mapping wanted = kind.selectsByMap() ? selector : selector.mapping("matchLabels");
    for (Mapping.Entry label : wanted.entries()) {
      labels = labels.withDefault(label.key(), label.value());
    }
    if (!labels.isEmpty()) {
      metadata = metadata.with("labels", labels);
      template = template.with("metadata", metadata);
    }
    return Optional.of(spec.with("template", template));
  }
}
