package dev.fairlead.graph;

/** A node and its place on the page. */
record Box(Node node, int x, int y) {
  static final int WIDTH = 236;
  private static final int HEIGHT = 68;
  private static final int FOOTER = 22;

  /** The height of a node. One with findings has a line for them. */
  static int height(Node node) {
    return node.findings().isEmpty() ? HEIGHT : HEIGHT + FOOTER;
  }

  int height() {
    return height(node);
  }

  /** Where edges meet it. */
  int middle() {
    return y + height() / 2;
  }

  Box moved(int right, int down) {
    return new Box(node, x + right, y + down);
  }
}
