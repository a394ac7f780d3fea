package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.At;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.normalize.ExistingWorkloads.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes a workload that says {@code existing: true}: finds its manifest and wires that. */
final class ExistingNormalizer {
  private static final int MOST_SHOWN = 8;

  private final SpecDraft spec;
  private final MountResolver resolver;
  private final ExistingWorkloads manifests;
  private final Diagnostics diagnostics;

  ExistingNormalizer(
      SpecDraft spec,
      MountResolver resolver,
      ExistingWorkloads manifests,
      Diagnostics diagnostics) {
    this.spec = spec;
    this.resolver = resolver;
    this.manifests = manifests;
    this.diagnostics = diagnostics;
  }

  /** The workload as it is once patched; empty if an error in it has been reported. */
  Optional<Workload> normalize(Fields draft, At<String> name, WorkloadKind kind) {
    At<String> namespace = spec.namespaceOf(draft);
    if (!manifests.known()) {
      Containers.mounts(draft).forEach(mount -> resolver.resolve(mount, name, namespace.value()));
      return Optional.empty();
    }
    Optional<Found> found =
        name.value().isEmpty() ? Optional.empty() : find(name, namespace.value(), kind);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Tree.Mapping manifest = Trees.mapping(found.get().manifest().node());
    List<Ignore> ignore = new Layered(draft, Optional.empty()).ignore();
    Metadata metadata = new Metadata(name, Optional.of(namespace), Map.of(), Map.of());
    Workload workload = new Workload(kind, metadata, manifest.mapping("spec"), ignore);
    Workload patched =
        new ExistingWiring(resolver, name, namespace.value(), diagnostics)
            .patch(workload, manifest, draft);
    return SpecDraft.broken(draft, diagnostics) ? Optional.empty() : Optional.of(patched);
  }

  private Optional<Found> find(At<String> name, String namespace, WorkloadKind kind) {
    List<Found> found = manifests.find(kind, name.value(), namespace);
    String wanted = kind + " " + quote(namespace + "/" + name.value());
    if (found.isEmpty()) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          name.span(),
          wanted + " is not among the manifests that were given; " + those(wanted),
          "add its manifest to the resources of the kustomization, or name it with --resources");
      return Optional.empty();
    }
    if (found.size() > 1) {
      diagnostics.add(
          Code.AMBIGUOUS_REFERENCE,
          name.span(),
          wanted + " is there " + found.size() + " times among the manifests that were given",
          "leave one of them");
      return Optional.empty();
    }
    if (found.get(0).namespace().isEmpty() && !namespace.equals("default")) {
      diagnostics.add(
          Code.NAMESPACE_UNSET,
          name.span(),
          kind
              + " "
              + quote(name.value())
              + " has no namespace in its manifest; it is taken to be in "
              + quote(namespace)
              + ", where its claims are made",
          "write the namespace there, or let a later layer set it");
    }
    return Optional.of(found.get(0));
  }

  private String those(String wanted) {
    List<String> there = manifests.shown();
    if (there.isEmpty()) {
      return "no workload is";
    }
    if (there.size() <= MOST_SHOWN) {
      return "there: " + String.join(", ", there);
    }
    return "the nearest of "
        + there.size()
        + " is "
        + Nearest.to(wanted, there).orElse(there.get(0));
  }
}
