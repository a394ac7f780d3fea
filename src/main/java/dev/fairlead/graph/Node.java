package dev.fairlead.graph;

import dev.fairlead.diagnostic.Diagnostic;
import java.util.List;

/**
 * A workload, claim, volume, class or disk.
 *
 * @param id made by us, so that it is safe in every format
 * @param word the word above the name, such as {@code Deployment}
 * @param namespace empty for volumes and disks
 * @param details lines about it; the first one stands on the node
 * @param findings what is wrong with it
 */
public record Node(
    String id,
    NodeKind kind,
    String word,
    String namespace,
    String name,
    State state,
    List<String> details,
    List<Diagnostic> findings) {

  /** The line on the node below its name; empty if there is none. */
  String summary() {
    return details.isEmpty() ? "" : details.get(0);
  }

  /** The severities and codes of its findings, each of them once. */
  List<String> codes() {
    return findings.stream()
        .map(finding -> finding.severity().word() + ": " + finding.code().slug())
        .distinct()
        .toList();
  }

  /** The same node in another state. */
  Node in(State other) {
    return new Node(id, kind, word, namespace, name, other, details, findings);
  }

  /** The same node with what is wrong with it. */
  Node with(List<Diagnostic> found) {
    return new Node(id, kind, word, namespace, name, state, details, List.copyOf(found));
  }
}
