package dev.fairlead.graph;

import dev.fairlead.diagnostic.Diagnostic;
import java.util.List;

/**
 * All nodes and edges of a picture, in the order of the input.
 *
 * @param title what is drawn, such as the name of a file
 * @param others findings about what is not drawn
 */
public record Graph(String title, List<Node> nodes, List<Edge> edges, List<Diagnostic> others) {
  /** How many nodes of a kind there are. */
  long count(NodeKind kind) {
    return nodes.stream().filter(node -> node.kind() == kind).count();
  }
}
