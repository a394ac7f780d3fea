package dev.fairlead.wiring;

import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.spec.SetSpecs;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The workloads in finished manifests, to which a spec can add mounts. */
public final class ExistingWorkloads implements SetSpecs {
  private final List<Found> all = new ArrayList<>();
  private final boolean known;

  /** One workload; the namespace is empty if the manifest has none. */
  record Found(WorkloadKind kind, String name, Optional<String> namespace, Mapping manifest) {
    /** The workload as messages show it, such as {@code Deployment "shop/web"}. */
    String shown() {
      String prefix = namespace.map(value -> value + "/").orElse("");
      return kind + " \"" + prefix + name + "\"";
    }

    boolean is(WorkloadKind wanted, String wantedName) {
      return kind == wanted && name.equals(wantedName);
    }
  }

  /** The workloads in the manifests, including those in lists. */
  public ExistingWorkloads(List<Tree> manifests) {
    this(true);
    for (Tree manifest : manifests) {
      for (Tree object : ManifestLists.flatten(manifest)) {
        if (object instanceof Mapping mapping) {
          add(mapping);
        }
      }
    }
  }

  private ExistingWorkloads(boolean known) {
    this.known = known;
  }

  /** Unknown manifests: this call can't check whether a workload exists. */
  public static ExistingWorkloads unknown() {
    return new ExistingWorkloads(false);
  }

  /** No manifests at all. */
  public static ExistingWorkloads none() {
    return new ExistingWorkloads(List.of());
  }

  /** Whether the manifests are known. */
  public boolean known() {
    return known;
  }

  private void add(Mapping manifest) {
    Mapping metadata = manifest.mapping("metadata");
    Optional<WorkloadKind> kind =
        WorkloadKind.ofManifest(manifest.stringOr("apiVersion", ""), manifest.stringOr("kind", ""));
    Optional<String> name = metadata.string("name").map(Located::value);
    if (kind.isPresent() && name.isPresent()) {
      Optional<String> namespace = metadata.string("namespace").map(Located::value);
      all.add(new Found(kind.get(), name.get(), namespace, manifest));
    }
  }

  /**
   * The workloads with this kind, name and namespace; if there are none, those without a namespace.
   */
  List<Found> find(WorkloadKind kind, String name, String namespace) {
    List<Found> exact =
        named(kind, name).filter(f -> f.namespace().filter(namespace::equals).isPresent()).toList();
    return exact.isEmpty()
        ? named(kind, name).filter(found -> found.namespace().isEmpty()).toList()
        : exact;
  }

  private Stream<Found> named(WorkloadKind kind, String name) {
    return all.stream().filter(found -> found.is(kind, name));
  }

  @Override
  public Mapping of(WorkloadDraft workload) {
    if (!workload.isExisting()) {
      return workload.fields().mapping("spec");
    }
    List<Found> found =
        find(WorkloadKind.STATEFUL_SET, workload.name().value(), workload.namespace().value());
    return found.size() == 1
        ? found.get(0).manifest().mapping("spec")
        : Mapping.empty(workload.fields().span());
  }

  /** The names of all StatefulSets. */
  List<String> setNames() {
    return all.stream()
        .filter(found -> found.kind() == WorkloadKind.STATEFUL_SET)
        .map(Found::name)
        .toList();
  }

  /** All workloads as messages show them. */
  List<String> shown() {
    return all.stream().map(Found::shown).distinct().toList();
  }
}
