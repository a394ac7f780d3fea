package dev.fairlead.graph;

import static dev.fairlead.diagnostic.Quote.visible;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A graph for Mermaid, which GitHub draws in Markdown. See <a
 * href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts</a>.
 */
public final class MermaidFormat {
  /** Mermaid draws no more edges than this, unless its configuration says so. */
  private static final int MOST_EDGES = 500;

  /** Mermaid reads no more characters than this, unless its configuration says so. */
  private static final int MOST_CHARACTERS = 50_000;

  private static final String STYLES =
      """
        classDef dashed stroke-dasharray:6 4
        classDef dotted stroke-dasharray:2 4
        classDef finding stroke:#d1242f,stroke-width:3px
      """;

  private MermaidFormat() {}

  /** The text of the graph. */
  public static String of(Graph graph) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    int number = 0;
    for (Map.Entry<String, List<Node>> group : Groups.byNamespace(graph).entrySet()) {
      boolean named = !group.getKey().isEmpty();
      String indent = named ? "    " : "  ";
      if (named) {
        text.append("  subgraph g").append(number++);
        text.append("[\"").append(escaped(group.getKey())).append("\"]\n");
      }
      group.getValue().forEach(node -> text.append(indent).append(node(node)));
      text.append(named ? "  end\n" : "");
    }
    graph.edges().forEach(edge -> text.append("  ").append(edge(edge)));
    text.append(STYLES);
    style(text, graph, "dashed", node -> node.state().outline() == State.Outline.DASHED);
    style(text, graph, "dotted", node -> node.state().outline() == State.Outline.DOTTED);
    style(text, graph, "finding", node -> !node.findings().isEmpty());
    return text.toString();
  }

  private static void style(
      StringBuilder text, Graph graph, String style, Predicate<Node> condition) {
    List<String> ids = graph.nodes().stream().filter(condition).map(Node::id).toList();
    if (!ids.isEmpty()) {
      text.append("  class ").append(String.join(",", ids)).append(' ').append(style).append('\n');
    }
  }

  /** Whether Mermaid refuses to draw it where nobody can configure it, as on GitHub. */
  public static boolean isTooLarge(Graph graph, String text) {
    return graph.edges().size() > MOST_EDGES || text.length() > MOST_CHARACTERS;
  }

  private static String node(Node node) {
    StringBuilder label = new StringBuilder(escaped(node.word()));
    label.append("<br><b>").append(escaped(node.name())).append("</b>");
    if (!node.summary().isEmpty()) {
      label.append("<br>").append(escaped(node.summary()));
    }
    if (!node.state().label().isEmpty()) {
      label.append("<br><i>").append(node.state().label()).append("</i>");
    }
    node.codes().forEach(code -> label.append("<br>").append(code));
    return node.id() + shape(node.kind(), "\"" + label + "\"") + "\n";
  }

  private static String shape(NodeKind kind, String label) {
    return switch (kind) {
      case WORKLOAD -> "[" + label + "]";
      case CLAIM -> "([" + label + "])";
      case VOLUME -> "[[" + label + "]]";
      case STORAGE_CLASS -> "{{" + label + "}}";
      case DISK -> "[(" + label + ")]";
    };
  }

  private static String edge(Edge edge) {
    return switch (edge.link()) {
          case MOUNTS -> edge.from() + " --> " + edge.to();
          case STORED -> edge.from() + " --- " + edge.to();
          case BOTH -> edge.from() + " <==> " + edge.to();
          case CLAIM_ONLY -> edge.from() + " -. one-way .-> " + edge.to();
          case VOLUME_ONLY -> edge.to() + " -. one-way .-> " + edge.from();
          case EARLIER -> edge.to() + " -. earlier claim .-x " + edge.from();
          case ASKS -> edge.from() + " -. asks for .-o " + edge.to();
        }
        + "\n";
  }

  /** Every character that means something to Mermaid, Markdown or HTML as a number. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    visible(text)
        .codePoints()
        .forEach(
            c -> {
              boolean plain = Character.isLetterOrDigit(c) || " -./:,·".indexOf(c) >= 0;
              if (plain) {
                out.appendCodePoint(c);
              } else {
                out.append('#').append(c).append(';');
              }
            });
    return out.toString();
  }
}
