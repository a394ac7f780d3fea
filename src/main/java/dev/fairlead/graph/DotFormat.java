package dev.fairlead.graph;

import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Severity;
import java.util.List;
import java.util.Map;

/** A graph for Graphviz. See <a href="https://graphviz.org/doc/info/lang.html">DOT</a>. */
public final class DotFormat {
  private static final String HEAD =
      """
        rankdir=LR;
        graph [fontname="Helvetica", ranksep=0.9];
        node [shape=box, style=rounded, fontname="Helvetica", fontsize=11, margin="0.15,0.08"];
        edge [fontname="Helvetica", fontsize=9];
      """;

  private DotFormat() {}

  /** The text of the graph. */
  public static String of(Graph graph) {
    StringBuilder text = new StringBuilder("digraph " + quoted(graph.title()) + " {\n" + HEAD);
    int cluster = 0;
    for (Map.Entry<String, List<Node>> group : Groups.byNamespace(graph).entrySet()) {
      boolean named = !group.getKey().isEmpty();
      String indent = named ? "    " : "  ";
      if (named) {
        text.append("  subgraph cluster_").append(cluster++).append(" {\n");
        text.append("    label=").append(quoted(group.getKey())).append("; style=rounded;\n");
      }
      group.getValue().forEach(node -> text.append(indent).append(node(node)));
      text.append(named ? "  }\n" : "");
    }
    graph.edges().forEach(edge -> text.append("  ").append(edge(edge)));
    return text.append("}\n").toString();
  }

  private static String node(Node node) {
    StringBuilder label = new StringBuilder(escaped(node.word()));
    label.append("\\n").append(escaped(node.name()));
    if (!node.summary().isEmpty()) {
      label.append("\\n").append(escaped(node.summary()));
    }
    if (!node.state().label().isEmpty()) {
      label.append("\\n(").append(node.state().label()).append(')');
    }
    node.codes().forEach(code -> label.append("\\n").append(code));
    boolean errors = node.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
    String style =
        switch (node.state().outline()) {
          case SOLID -> "rounded";
          case DASHED -> "\"rounded,dashed\"";
          case DOTTED -> "\"rounded,dotted\"";
        };
    String color =
        node.findings().isEmpty()
            ? ""
            : ", penwidth=2, color=" + (errors ? "\"#c62828\"" : "\"#b26a00\"");
    return node.id()
        + " [label=\""
        + label
        + "\""
        + shape(node)
        + ", style="
        + style
        + color
        + "];\n";
  }

  private static String shape(Node node) {
    return switch (node.kind()) {
      case WORKLOAD, CLAIM -> "";
      case VOLUME -> ", shape=folder";
      case STORAGE_CLASS -> ", shape=component";
      case DISK -> ", shape=cylinder";
    };
  }

  private static String edge(Edge edge) {
    String style =
        switch (edge.link()) {
          case MOUNTS -> "";
          case STORED -> "arrowhead=none";
          case BOTH -> "dir=both, penwidth=2";
          case CLAIM_ONLY -> "style=dashed, label=\"one-way\"";
          case VOLUME_ONLY -> "dir=back, style=dashed, label=\"one-way\"";
          case EARLIER -> "dir=back, style=dotted, label=\"earlier claim\"";
          case ASKS -> "style=dotted, label=\"asks for\"";
        };
    String attributes = style.isEmpty() ? "" : " [" + style + "]";
    return edge.from() + " -> " + edge.to() + attributes + ";\n";
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** Graphviz replaces escapes with a backslash and HTML entities in every label. */
  private static String escaped(String text) {
    return visible(text).replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
