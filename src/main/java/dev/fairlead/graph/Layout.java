package dev.fairlead.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything is on the page: cards of connected namespaces, and in each the columns from
 * workloads to disks. A tall card goes on in the next one.
 */
final class Layout {
  static final int MARGIN = 24;
  static final int PADDING = 20;
  static final int HEADER = 80;
  private static final int COLUMN_GAP = 68;
  private static final int BLOCK_GAP = 26;

  /** The page is to be about this many times as wide as high. */
  private static final double SHAPE = 1.6;

  private static final int LEAST_HEIGHT = 1000;

  private final Graph graph;
  private final int[] columns = new int[NodeKind.values().length];
  private final int width;

  private Layout(Graph graph) {
    this.graph = graph;
    int x = PADDING;
    Arrays.fill(columns, -1);
    for (NodeKind kind : NodeKind.values()) {
      if (columns[kind.column()] < 0 && has(kind.column())) {
        columns[kind.column()] = x;
        x += Box.WIDTH + COLUMN_GAP;
      }
    }
    this.width = x - COLUMN_GAP + PADDING;
  }

  private boolean has(int column) {
    return graph.nodes().stream().anyMatch(node -> node.kind().column() == column);
  }

  /** The cards of the graph. None of them overlap. */
  static List<Card> of(Graph graph) {
    Layout layout = new Layout(graph);
    return layout.placed(layout.cards());
  }

  private List<Card> cards() {
    Components components = new Components(graph.edges());
    Map<String, List<Edge>> edges = new LinkedHashMap<>();
    for (Edge edge : graph.edges()) {
      edges.computeIfAbsent(components.root(edge.from()), id -> new ArrayList<>()).add(edge);
    }
    Map<String, List<List<Box>>> blocks = new LinkedHashMap<>();
    Groups.connected(graph)
        .forEach(
            (title, nodes) -> {
              Map<String, List<Node>> parts = new LinkedHashMap<>();
              for (Node node : nodes) {
                parts
                    .computeIfAbsent(components.root(node.id()), id -> new ArrayList<>())
                    .add(node);
              }
              List<List<Box>> made = new ArrayList<>();
              parts.forEach(
                  (id, part) -> made.add(Block.of(part, edges.getOrDefault(id, List.of()))));
              blocks.put(title, made);
            });
    int total = 0;
    for (List<List<Box>> card : blocks.values()) {
      total += HEADER + PADDING + card.stream().mapToInt(Layout::room).sum();
    }
    int most = Math.max(LEAST_HEIGHT, (int) Math.sqrt((double) total * width / SHAPE));
    List<Card> cards = new ArrayList<>();
    blocks.forEach((title, list) -> cards.addAll(split(title, list, most)));
    return cards;
  }

  private static int bottom(List<Box> boxes) {
    return boxes.stream().mapToInt(box -> box.y() + box.height()).max().orElse(0);
  }

  private static int room(List<Box> block) {
    return bottom(block) + BLOCK_GAP;
  }

  /** The cards of a group, none of them much higher than {@code most}. */
  private List<Card> split(String title, List<List<Box>> blocks, int most) {
    List<List<Box>> parts = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    int y = HEADER;
    for (List<Box> block : blocks) {
      if (!boxes.isEmpty() && y + bottom(block) + PADDING > most) {
        parts.add(boxes);
        boxes = new ArrayList<>();
        y = HEADER;
      }
      for (Box box : block) {
        boxes.add(box.moved(columns[box.node().kind().column()], y));
      }
      y += room(block);
    }
    parts.add(boxes);
    List<Card> cards = new ArrayList<>();
    for (List<Box> part : parts) {
      String number = parts.size() == 1 ? "" : " · " + (cards.size() + 1) + "/" + parts.size();
      String name = title.isEmpty() ? "Unclaimed volumes" : title;
      cards.add(new Card(name + number, part, 0, 0, width, bottom(part) + PADDING));
    }
    return cards;
  }

  /** Puts the cards below each other, in as many columns as make the page a good shape. */
  private List<Card> placed(List<Card> cards) {
    double total = cards.stream().mapToDouble(card -> card.height() + MARGIN).sum();
    double columns = Math.max(1, Math.round(Math.sqrt(total * SHAPE / (width + MARGIN))));
    int x = MARGIN;
    int y = MARGIN;
    List<Card> placed = new ArrayList<>();
    for (Card card : cards) {
      if (y > MARGIN && y + card.height() / 2.0 > MARGIN + total / columns) {
        x += width + MARGIN;
        y = MARGIN;
      }
      placed.add(card.at(x, y));
      y += card.height() + MARGIN;
    }
    return placed;
  }
}
