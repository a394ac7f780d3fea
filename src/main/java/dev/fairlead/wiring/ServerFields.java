package dev.fairlead.wiring;

import dev.fairlead.model.PatchedManifest.Removal;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The fields of a manifest saved from a cluster that the cluster wrote. A uid or resourceVersion of
 * then makes the API server reject a later apply. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">ObjectMeta</a>.
 */
final class ServerFields {
  private static final Set<String> METADATA =
      Set.of(
          "creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid");

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "deployment.kubernetes.io/revision", "kubectl.kubernetes.io/last-applied-configuration");

  private ServerFields() {}

  /** What to leave out of the manifest. */
  static List<Removal> in(Mapping manifest) {
    List<Removal> removals = new ArrayList<>();
    add(manifest, Set.of("status"), removals);
    Mapping metadata = manifest.mapping("metadata");
    Mapping annotations = metadata.mapping("annotations");
    List<String> keys = keys(metadata, METADATA);
    if (!annotations.isEmpty() && ANNOTATIONS.containsAll(annotations.keys())) {
      keys.add("annotations");
    } else {
      add(annotations, ANNOTATIONS, removals);
    }
    if (!keys.isEmpty()) {
      removals.add(new Removal(metadata, keys));
    }
    return removals;
  }

  private static void add(Mapping from, Set<String> fields, List<Removal> removals) {
    List<String> keys = keys(from, fields);
    if (!keys.isEmpty()) {
      removals.add(new Removal(from, keys));
    }
  }

  private static List<String> keys(Mapping from, Set<String> fields) {
    List<String> keys = new ArrayList<>();
    for (String key : from.keys()) {
      if (fields.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }
}
