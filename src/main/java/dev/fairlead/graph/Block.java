package dev.fairlead.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes that hang together, each in the column of its kind. Only their order and height are open: a
 * few sweeps put neighbours side by side, and each node stands as near to the middle of its
 * neighbours as the others in its column permit.
 */
final class Block {
  static final int GAP = 18;
  private static final int COLUMNS = 4;
  private static final int SWEEPS = 4;

  private final List<List<Node>> columns = new ArrayList<>();
  private final Map<String, List<String>> neighbours = new HashMap<>();
  private final Map<String, Double> middles = new LinkedHashMap<>();

  private Block(List<Node> nodes, List<Edge> edges) {
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(new ArrayList<>());
    }
    nodes.forEach(node -> columns.get(node.kind().column()).add(node));
    for (Edge edge : edges) {
      neighbours.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
      neighbours.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
    }
  }

  /** The boxes of these nodes, which edges join. The topmost is at 0. */
  static List<Box> of(List<Node> nodes, List<Edge> edges) {
    Block block = new Block(nodes, edges);
    block.columns.forEach(block::stack);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < COLUMNS; i++) {
        block.arrange(block.columns.get(sweep % 2 == 0 ? i : COLUMNS - 1 - i));
      }
    }
    return block.boxes();
  }

  private void stack(List<Node> column) {
    double y = 0;
    for (Node node : column) {
      middles.put(node.id(), y + Box.height(node) / 2.0);
      y += Box.height(node) + GAP;
    }
  }

  /** Sorts a column by where its neighbours are, and puts it there. */
  private void arrange(List<Node> column) {
    Map<String, Double> wanted = new HashMap<>();
    column.forEach(node -> wanted.put(node.id(), wanted(node)));
    column.sort((a, b) -> Double.compare(wanted.get(a.id()), wanted.get(b.id())));
    double[] offsets = new double[column.size()];
    double[] places = new double[column.size()];
    for (int i = 0; i < places.length; i++) {
      if (i > 0) {
        int heights = Box.height(column.get(i - 1)) + Box.height(column.get(i));
        offsets[i] = offsets[i - 1] + heights / 2.0 + GAP;
      }
      places[i] = wanted.get(column.get(i).id()) - offsets[i];
    }
    ascending(places);
    for (int i = 0; i < places.length; i++) {
      middles.put(column.get(i).id(), places[i] + offsets[i]);
    }
  }

  private double wanted(Node node) {
    return neighbours.getOrDefault(node.id(), List.of()).stream()
        .mapToDouble(middles::get)
        .average()
        .orElse(middles.get(node.id()));
  }

  /** Replaces values by the nearest that don't descend: those that do get their mean. */
  private static void ascending(double[] values) {
    double[] means = new double[values.length];
    int[] counts = new int[values.length];
    int pools = 0;
    for (double value : values) {
      means[pools] = value;
      counts[pools++] = 1;
      while (pools > 1 && means[pools - 2] > means[pools - 1]) {
        pools--;
        int count = counts[pools - 1] + counts[pools];
        means[pools - 1] =
            (means[pools - 1] * counts[pools - 1] + means[pools] * counts[pools]) / count;
        counts[pools - 1] = count;
      }
    }
    int from = 0;
    for (int pool = 0; pool < pools; pool++) {
      Arrays.fill(values, from, from + counts[pool], means[pool]);
      from += counts[pool];
    }
  }

  private List<Box> boxes() {
    List<Box> boxes = new ArrayList<>();
    for (List<Node> column : columns) {
      int below = Integer.MIN_VALUE;
      for (Node node : column) {
        int y = (int) Math.round(middles.get(node.id()) - Box.height(node) / 2.0);
        // Rounding may have moved two of them a pixel nearer to each other.
        int free = Math.max(y, below);
        boxes.add(new Box(node, 0, free));
        below = free + Box.height(node) + GAP - 1;
      }
    }
    int top = boxes.stream().mapToInt(Box::y).min().orElse(0);
    return boxes.stream().map(box -> box.moved(0, -top)).toList();
  }
}
