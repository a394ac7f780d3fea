package dev.fairlead.wiring;

import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The workloads among finished manifests, which a spec may add mounts to. */
public final class ExistingWorkloads {
  private final List<Found> all = new ArrayList<>();
  private final boolean known;

  /** One of them; the namespace is empty where the manifest has none. */
  record Found(WorkloadKind kind, String name, Optional<String> namespace, Mapping manifest) {
    /** {@code Deployment "shop/web"}, as messages show it. */
    String shown() {
      String prefix = namespace.map(value -> value + "/").orElse("");
      return kind + " \"" + prefix + name + "\"";
    }

    boolean is(WorkloadKind wanted, String wantedName) {
      return kind == wanted && name.equals(wantedName);
    }
  }

  /** The workloads among the manifests, those in lists included. */
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

  /** Nobody said where they are: whether a workload exists is not for this call to say. */
  public static ExistingWorkloads unknown() {
    return new ExistingWorkloads(false);
  }

  /** No manifests at all. */
  public static ExistingWorkloads none() {
    return new ExistingWorkloads(List.of());
  }

  /** Whether anybody said where they are. */
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

  /** Those of a kind and name in a namespace; one that has no namespace yet may be meant too. */
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

  /** All there are, as messages show them. */
  List<String> shown() {
    return all.stream().map(Found::shown).distinct().toList();
  }
}
