package dev.fairlead.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which nodes hang together, directly or through others. */
final class Components {
  private final Map<String, String> parents = new HashMap<>();

  /** Nodes that edges join. */
  Components(List<Edge> edges) {
    edges.forEach(edge -> join(edge.from(), edge.to()));
  }

  /** Joins the components of two ids. */
  void join(String one, String other) {
    String first = root(one);
    String second = root(other);
    if (!first.equals(second)) {
      parents.put(second, first);
    }
  }

  /** The id that stands for the component. */
  String root(String id) {
    String root = id;
    for (String next = parents.get(root); next != null; next = parents.get(root)) {
      root = next;
    }
    for (String step = id; !step.equals(root); ) {
      String next = parents.put(step, root);
      step = next;
    }
    return root;
  }
}
