package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.wiring.ExistingWorkloads.Found;
import java.util.List;
import java.util.Optional;

/** Completes a workload with {@code existing: true}: finds its manifest and adds the mounts. */
final class ExistingNormalizer {
  private static final int MAX_SHOWN = 8;

  private final SpecDraft spec;
  private final Built built;
  private final MountResolver resolver;
  private final ExistingWorkloads manifests;
  private final Diagnostics diagnostics;

  ExistingNormalizer(
      SpecDraft spec,
      Built built,
      MountResolver resolver,
      ExistingWorkloads manifests,
      Diagnostics diagnostics) {
    this.spec = spec;
    this.built = built;
    this.resolver = resolver;
    this.manifests = manifests;
    this.diagnostics = diagnostics;
  }

  /** The patched workload; empty if it has an error or the manifests are unknown. */
  Optional<Workload> normalize(WorkloadDraft draft, WorkloadKind kind) {
    if (draft.fields().has("each") && kind != WorkloadKind.STATEFUL_SET) {
      rejectEach(draft, kind);
      return Optional.empty();
    }
    if (!manifests.known()) {
      draft.mounts().forEach(mount -> resolver.resolve(mount, draft));
      return Optional.empty();
    }
    Located<String> name = draft.name();
    Optional<Found> found = name.value().isEmpty() ? Optional.empty() : find(draft, kind);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Mapping manifest = found.get().manifest();
    if (draft.fields().has("each") && !draft.isBroken(diagnostics)) {
      new ExistingTemplates(spec, built, draft, diagnostics).check(manifest.mapping("spec"));
    }
    if (draft.isOnlyEach()) {
      return Optional.empty();
    }
    Mapping none = Mapping.empty(name.span());
    Metadata metadata = new Metadata(name, Optional.of(draft.namespace()), none, none, List.of());
    Workload workload = new Workload(kind, metadata, manifest.mapping("spec"), draft.ignore());
    Workload patched = new ExistingWiring(resolver, draft, diagnostics).patch(workload, manifest);
    return draft.isBroken(diagnostics) ? Optional.empty() : Optional.of(patched);
  }

  private void rejectEach(WorkloadDraft draft, WorkloadKind kind) {
    diagnostics.add(
        Code.MISPLACED_FIELD,
        draft.fields().keySpan("each").orElseThrow(),
        message(
            "each gives every pod a volume of its own, which only a StatefulSet can do; {} is a {}",
            draft.name().value(),
            kind),
        "write kind: StatefulSet, or mount one volume");
  }

  /**
   * The set of somebody else need not be in the input, but a name that is nearly there is a slip.
   */
  private void checkName(Located<String> name) {
    Optional<String> meant = Nearest.to(name.value(), manifests.setNames());
    if (meant.isPresent()) {
      diagnostics.add(
          Code.NOT_AMONG_MANIFESTS,
          name.span(),
          message(
              "StatefulSet {} is not among the given manifests, only {}: the pods of that one would"
                  + " not use these claims",
              name.value(),
              meant.get()),
          "correct the name, or leave that manifest out");
    }
  }

  private Optional<Found> find(WorkloadDraft draft, WorkloadKind kind) {
    Located<String> name = draft.name();
    String namespace = draft.namespace().value();
    List<Found> found = manifests.find(kind, name.value(), namespace);
    String wanted = message("{} {}", kind, namespace + "/" + name.value());
    if (found.isEmpty() && draft.isOnlyEach()) {
      checkName(name);
      return Optional.empty();
    }
    if (found.isEmpty()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          name.span(),
          wanted + " is not among the given manifests; " + candidates(wanted),
          "add its manifest to the resources of the kustomization, or name it with --resources");
      return Optional.empty();
    }
    if (found.size() > 1) {
      Diagnostic finding =
          Diagnostic.of(
                  Code.AMBIGUOUS_REFERENCE,
                  name.span(),
                  message(
                      "{} is defined {} times in the given manifests", plain(wanted), found.size()))
              .withHint("keep one of them");
      for (Found there : found) {
        finding =
            finding.withRelated(
                there.manifest().mapping("metadata").spanOf("name"), "defined here");
      }
      diagnostics.add(finding);
      return Optional.empty();
    }
    if (found.get(0).namespace().isEmpty() && !namespace.equals("default")) {
      diagnostics.add(
          Code.NAMESPACE_UNSET,
          name.span(),
          message(
              "{} {} has no namespace in its manifest; fairlead assumes {}, where it makes the"
                  + " claims",
              kind,
              name.value(),
              namespace),
          "write the namespace into the manifest, or let a later kustomize layer set it");
    }
    return Optional.of(found.get(0));
  }

  private String candidates(String wanted) {
    List<String> shown = manifests.shown();
    if (shown.isEmpty()) {
      return "they contain no workload";
    }
    if (shown.size() <= MAX_SHOWN) {
      return "they contain " + String.join(", ", shown);
    }
    String nearest = Nearest.to(wanted, shown).orElse(shown.get(0));
    return "the nearest of " + shown.size() + " is " + nearest;
  }
}
