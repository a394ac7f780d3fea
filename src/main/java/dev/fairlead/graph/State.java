package dev.fairlead.graph;

import java.util.Locale;

/** Whether a volume or claim is bound, in words, with the symbol and the outline that show it. */
public enum State {
  /** Nothing is to be said, as of a workload. */
  PLAIN("", "", Outline.SOLID),
  BOUND("Bound", "check", Outline.SOLID),
  RESERVED("reserved", "check", Outline.SOLID),
  /** A StatefulSet makes the claim from its template. */
  FROM_TEMPLATE("from a template", "check", Outline.DASHED),
  ONE_WAY("one-way", "arrow", Outline.DASHED),
  UNCLAIMED("unclaimed", "ring", Outline.DASHED),
  NO_VOLUME("no volume", "ring", Outline.DASHED),
  PENDING("Pending", "clock", Outline.DASHED),
  RELEASED("Released", "back", Outline.DASHED),
  LOST("Lost", "cross", Outline.DASHED),
  FAILED("Failed", "cross", Outline.DASHED),
  /** Something names it, but it is not in the input, or could not be read. */
  ABSENT("missing", "query", Outline.DOTTED);

  /** The line around a node. */
  enum Outline {
    SOLID,
    DASHED,
    DOTTED
  }

  private final String label;
  private final String symbol;
  private final Outline outline;

  State(String label, String symbol, Outline outline) {
    this.label = label;
    this.symbol = symbol;
    this.outline = outline;
  }

  /** The words on the node; empty if there is nothing to say. */
  String label() {
    return label;
  }

  /** The name of the symbol beside the words. */
  String symbol() {
    return symbol;
  }

  /** The line around the node. */
  Outline outline() {
    return outline;
  }

  /** The name for CSS and Mermaid classes. */
  String style() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
