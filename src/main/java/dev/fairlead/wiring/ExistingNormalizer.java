package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.wiring.ExistingWorkloads.Found;
import java.util.List;
import java.util.Optional;

/** Completes a workload with {@code existing: true}: finds its manifest and adds the mounts. */
final class ExistingNormalizer {
  private static final int MAX_SHOWN = 8;

  private final MountResolver resolver;
  private final ExistingWorkloads manifests;
  private final Diagnostics diagnostics;

  ExistingNormalizer(MountResolver resolver, ExistingWorkloads manifests, Diagnostics diagnostics) {
    this.resolver = resolver;
    this.manifests = manifests;
    this.diagnostics = diagnostics;
  }

  /** The patched workload; empty if it has an error or the manifests are unknown. */
  Optional<Workload> normalize(WorkloadDraft draft, WorkloadKind kind) {
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
    Mapping none = Mapping.empty(name.span());
    Metadata metadata = new Metadata(name, Optional.of(draft.namespace()), none, none, List.of());
    Workload workload = new Workload(kind, metadata, manifest.mapping("spec"), draft.ignore());
    Workload patched = new ExistingWiring(resolver, draft, diagnostics).patch(workload, manifest);
    return draft.isBroken(diagnostics) ? Optional.empty() : Optional.of(patched);
  }

  private Optional<Found> find(WorkloadDraft draft, WorkloadKind kind) {
    Located<String> name = draft.name();
    String namespace = draft.namespace().value();
    List<Found> found = manifests.find(kind, name.value(), namespace);
    String wanted = message("{} {}", kind, namespace + "/" + name.value());
    if (found.isEmpty()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          name.span(),
          wanted + " is not among the given manifests; " + candidates(wanted),
          "add its manifest to the resources of the kustomization, or name it with --resources");
      return Optional.empty();
    }
    if (found.size() > 1) {
      diagnostics.add(
          Code.AMBIGUOUS_REFERENCE,
          name.span(),
          message("{} is defined {} times in the given manifests", plain(wanted), found.size()),
          "keep one of them");
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
