package dev.fairlead.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Sorts nodes into groups. */
final class Groups {
  private Groups() {}

  /** The nodes by namespace. Volumes and disks, which have none, come last. */
  static Map<String, List<Node>> byNamespace(Graph graph) {
    Map<String, List<Node>> groups = new TreeMap<>();
    for (Node node : graph.nodes()) {
      groups.computeIfAbsent(node.namespace(), absent -> new ArrayList<>()).add(node);
    }
    Map<String, List<Node>> ordered = new LinkedHashMap<>(groups);
    List<Node> none = ordered.remove("");
    if (none != null) {
      ordered.put("", none);
    }
    return ordered;
  }

  /**
   * The nodes of namespaces that belong together, because edges connect them, by the names of these
   * namespaces. The last group has what no namespace has to do with.
   */
  static Map<String, List<Node>> connected(Graph graph) {
    Components components = new Components(graph.edges());
    for (Node node : graph.nodes()) {
      if (!node.namespace().isEmpty()) {
        components.join(node.id(), "namespace " + node.namespace());
      }
    }
    Function<Node, String> root = node -> components.root(node.id());
    Map<String, TreeSet<String>> names = new HashMap<>();
    for (Node node : graph.nodes()) {
      if (!node.namespace().isEmpty()) {
        names.computeIfAbsent(root.apply(node), r -> new TreeSet<>()).add(node.namespace());
      }
    }
    Map<String, List<Node>> groups = new TreeMap<>();
    List<Node> none = new ArrayList<>();
    for (Node node : graph.nodes()) {
      TreeSet<String> title = names.get(root.apply(node));
      if (title == null) {
        none.add(node);
      } else {
        groups.computeIfAbsent(String.join(", ", title), t -> new ArrayList<>()).add(node);
      }
    }
    Map<String, List<Node>> ordered = new LinkedHashMap<>(groups);
    if (!none.isEmpty()) {
      ordered.put("", none);
    }
    return ordered;
  }
}
