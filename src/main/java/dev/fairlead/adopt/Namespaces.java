package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Namespaces of claims and workloads that name none, because kubectl, kustomize or Helm would set
 * them.
 */
final class Namespaces {
  private final ImportOptions options;
  private final Diagnostics diagnostics;
  private final Map<String, Set<String>> byClaimRef = new HashMap<>();
  private final Map<String, Integer> votes = new HashMap<>();

  Namespaces(
      List<Found> volumes, List<Found> namespaced, ImportOptions options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
    for (Found volume : volumes) {
      Pairs.claimRef(volume)
          .filter(ref -> !ref.namespace().isEmpty())
          .ifPresent(
              ref ->
                  byClaimRef
                      .computeIfAbsent(ref.name(), name -> new HashSet<>())
                      .add(ref.namespace()));
    }
    for (Found found : namespaced) {
      if (!found.namespace().isEmpty()) {
        votes.merge(found.namespace(), 1, Integer::sum);
      }
    }
  }

  /** The objects with their namespaces, without those that have none. */
  List<Found> complete(List<Found> found) {
    List<Found> complete = new ArrayList<>();
    for (Found object : found) {
      if (!object.namespace().isEmpty()) {
        complete.add(object);
        continue;
      }
      Mapping metadata = object.own().mapping("metadata");
      if (metadata.has("namespace") && !metadata.stringOr("namespace", "x").isEmpty()) {
        diagnostics.add(
            Code.NOT_IMPORTED,
            metadata.keySpan("namespace").orElseThrow(),
            message(
                "{} can't be imported: its namespace is no string", plain(ObjectName.of(object))),
            "write the name of the namespace");
        continue;
      }
      Optional<String> namespace = of(object);
      if (namespace.isPresent()) {
        Scalar scalar = Scalar.string(namespace.get(), object.place());
        complete.add(object.withMetadata("namespace", scalar));
      } else {
        report(object);
      }
    }
    return complete;
  }

  /** The namespace that a volume names for a claim, that of the command line, or of the most. */
  private Optional<String> of(Found object) {
    Set<String> named = byClaimRef.getOrDefault(object.name(), Set.of());
    if (object.kind().equals("PersistentVolumeClaim") && named.size() == 1) {
      return Optional.of(named.iterator().next());
    }
    if (options.namespace().isPresent()) {
      return options.namespace();
    }
    String most = "";
    boolean tie = false;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      int lead = vote.getValue() - votes.getOrDefault(most, 0);
      tie = lead == 0 || tie && lead < 0;
      most = lead > 0 ? vote.getKey() : most;
    }
    return tie || most.isEmpty() ? Optional.empty() : Optional.of(most);
  }

  private void report(Found object) {
    diagnostics.add(
        Code.NOT_IMPORTED,
        object.place(),
        message(
            "{} {} names no namespace, and nothing else in the input tells which one it is in",
            plain(object.kind()),
            object.name()),
        "name it, as in --namespace shop");
  }
}
