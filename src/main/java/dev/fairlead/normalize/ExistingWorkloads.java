package dev.fairlead.normalize;

import dev.fairlead.model.At;
import dev.fairlead.model.WorkloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The workloads among finished manifests, which a spec may add mounts to. */
public final class ExistingWorkloads {
  private final List<Found> all = new ArrayList<>();
  private final boolean known;

  /** One of them; the namespace is empty where the manifest has none. */
  record Found(WorkloadKind kind, String name, Optional<String> namespace, Fields manifest) {
    /** {@code Deployment "shop/web"}, as messages show it. */
    String shown() {
      String prefix = namespace.map(value -> value + "/").orElse("");
      return kind + " \"" + prefix + name + "\"";
    }

    boolean is(WorkloadKind wanted, String wantedName) {
      return kind == wanted && name.equals(wantedName);
    }
  }

  /** The workloads among the manifests, those in Lists included. */
  public ExistingWorkloads(List<JsonNode> manifests) {
    this(true);
    for (JsonNode manifest : manifests) {
      add(manifest);
    }
  }

  private ExistingWorkloads(boolean known) {
    this.known = known;
  }

  /** Nobody said where they are: whether a workload exists is not for this call to say. */
  public static ExistingWorkloads unknown() {
    return new ExistingWorkloads(false);
  }

  boolean known() {
    return known;
  }

  /** No manifests at all. */
  public static ExistingWorkloads none() {
    return new ExistingWorkloads(List.of());
  }

  private void add(JsonNode node) {
    if (!node.isObject()) {
      return;
    }
    Fields manifest = Fields.of(node);
    String kind = manifest.text("kind").map(At::value).orElse("");
    if (kind.equals("List")) {
      manifest.mappings("items").forEach(item -> add(item.node()));
      return;
    }
    String version = manifest.text("apiVersion").map(At::value).orElse("");
    Optional<Fields> metadata = manifest.mapping("metadata");
    Optional<String> name = metadata.flatMap(fields -> fields.text("name")).map(At::value);
    Optional<String> namespace =
        metadata.flatMap(fields -> fields.text("namespace")).map(At::value);
    WorkloadKind.ofManifest(version, kind)
        .filter(known -> name.isPresent())
        .ifPresent(known -> all.add(new Found(known, name.get(), namespace, manifest)));
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
