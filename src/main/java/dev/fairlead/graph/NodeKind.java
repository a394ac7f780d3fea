package dev.fairlead.graph;

import java.util.Locale;

/** What a node stands for. Its column in the picture is part of that. */
public enum NodeKind {
  WORKLOAD(0, "Workload"),
  CLAIM(1, "Claim"),
  VOLUME(2, "Volume"),
  STORAGE_CLASS(2, "Class"),
  DISK(3, "Disk");

  private final int column;
  private final String word;

  NodeKind(int column, String word) {
    this.column = column;
    this.word = word;
  }

  /** The column, from the left. */
  int column() {
    return column;
  }

  /** The word above the name of a node. A workload has that of its own kind. */
  String word() {
    return word;
  }

  /** The name for CSS and Mermaid classes. */
  String style() {
    return word.toLowerCase(Locale.ROOT);
  }
}
