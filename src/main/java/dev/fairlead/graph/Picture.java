package dev.fairlead.graph;

import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The cards with their nodes and edges, as SVG. */
final class Picture {
  private static final List<String> CAPTIONS = List.of("Workloads", "Claims", "Volumes", "Disks");

  /** What a character of a font of fixed width takes at most, in parts of its size. */
  private static final double ADVANCE = 0.62;

  private static final double TITLE = 15;
  private static final double NAME = 13.5;
  private static final double SMALL = 11.5;
  private static final int INSET = 12;

  private final Markup page;
  private final List<Card> cards;
  private final Map<String, Box> boxes = new HashMap<>();
  private final Map<String, List<Edge>> edges = new HashMap<>();

  Picture(Markup page, Graph graph, List<Card> cards) {
    this.page = page;
    this.cards = cards;
    cards.forEach(card -> card.boxes().forEach(box -> boxes.put(box.node().id(), box)));
    for (Edge edge : graph.edges()) {
      edges.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
    }
  }

  void write() {
    int width = Layout.MARGIN;
    int height = Layout.MARGIN;
    for (Card card : cards) {
      width = Math.max(width, card.x() + card.width() + Layout.MARGIN);
      height = Math.max(height, card.y() + card.height() + Layout.MARGIN);
    }
    page.open(
        "svg",
        "id",
        "picture",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        "" + width,
        "height",
        "" + height,
        "role",
        "group",
        "aria-label",
        "Workloads, claims, volumes and disks");
    page.raw("\n" + Symbols.DEFINITIONS);
    cards.forEach(this::card);
    page.close();
  }

  private void card(Card card) {
    page.line().open("g", "class", "card");
    rect("card-back", card.x(), card.y(), card.width(), card.height(), 14);
    int left = card.x() + Layout.PADDING;
    text("card-title", left, card.y() + 34, card.title(), card.width() - 40, TITLE);
    TreeSet<String> namespaces = new TreeSet<>();
    Map<Integer, Integer> columns = new HashMap<>();
    for (Box box : card.boxes()) {
      if (!box.node().namespace().isEmpty()) {
        namespaces.add(box.node().namespace());
      }
      columns.put(box.node().kind().column(), box.x());
    }
    columns.forEach(
        (column, x) -> text("caption", x, card.y() + 64, CAPTIONS.get(column), Box.WIDTH, SMALL));
    for (Box box : card.boxes()) {
      for (Edge edge : edges.getOrDefault(box.node().id(), List.of())) {
        edge(edge, box, boxes.get(edge.to()));
      }
    }
    card.boxes().forEach(box -> node(box, namespaces.size() > 1));
    page.close();
  }

  private void edge(Edge edge, Box from, Box to) {
    int start = from.x() + Box.WIDTH;
    int bend = (to.x() - start) / 2;
    String path =
        "M"
            + start
            + " "
            + from.middle()
            + "C"
            + (start + bend)
            + " "
            + from.middle()
            + " "
            + (to.x() - bend)
            + " "
            + to.middle()
            + " "
            + to.x()
            + " "
            + to.middle();
    page.line();
    page.open(
        "path",
        "class",
        "edge " + edge.link().style(),
        "d",
        path,
        "data-from",
        edge.from(),
        "data-to",
        edge.to());
    if (!edge.link().label().isEmpty()) {
      page.element("title", edge.link().label());
    }
    page.close();
  }

  private void node(Box box, boolean withNamespace) {
    Node node = box.node();
    State state = node.state();
    page.line();
    page.open(
        "g",
        "id",
        node.id(),
        "class",
        "node "
            + node.kind().style()
            + " "
            + state.style()
            + " "
            + state.outline().name().toLowerCase(Locale.ROOT),
        "tabindex",
        "-1",
        "role",
        "button",
        "aria-label",
        label(node),
        "data-text",
        searched(node));
    page.element("title", visible(node.name()));
    rect("back", box.x(), box.y(), Box.WIDTH, box.height(), 10);
    int left = box.x() + INSET;
    int right = box.x() + Box.WIDTH - INSET;
    use(node.kind().style(), left, box.y() + 9, "kind");
    int pill = state.label().isEmpty() ? 0 : pill(state, right, box.y() + 7);
    String word =
        withNamespace && !node.namespace().isEmpty()
            ? node.word() + " · " + node.namespace()
            : node.word();
    text("word", left + 20, box.y() + 20, word, right - left - 26 - pill, SMALL);
    text("name", left, box.y() + 40, node.name(), right - left, NAME);
    text("summary", left, box.y() + 58, node.summary(), right - left, SMALL);
    if (!node.findings().isEmpty()) {
      footer(box, left, right);
    }
    page.close();
  }

  private int pill(State state, int right, int y) {
    int width = (int) Math.ceil(state.label().length() * SMALL * ADVANCE) + 28;
    rect("pill", right - width, y, width, 18, 9);
    use(state.symbol(), right - width + 6, y + 3, "symbol");
    text("pill-text", right - width + 21, y + 13, state.label(), width, SMALL);
    return width;
  }

  private void footer(Box box, int left, int right) {
    List<Diagnostic> findings = new ArrayList<>(box.node().findings());
    Diagnostic worst =
        findings.stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .findFirst()
            .orElse(findings.get(0));
    String more = findings.size() == 1 ? "" : " +" + (findings.size() - 1);
    String word = worst.severity().word();
    int y = box.y() + box.height();
    page.open("g", "class", "found " + word);
    page.empty("path", "class", "band", "d", band(box.x(), y));
    use(word, left, y - 18, "symbol");
    text("found-text", left + 18, y - 7, worst.code().slug() + more, right - left - 18, SMALL);
    page.close();
  }

  /** The lower end of a node, whose corners are round. */
  private static String band(int x, int bottom) {
    int end = Box.WIDTH - 2;
    return "M%d %dh%dv14a9 9 0 0 1 -9 9h%da9 9 0 0 1 -9 -9z"
        .formatted(x + 1, bottom - 24, end, 18 - end);
  }

  private void rect(String style, int x, int y, int width, int height, int radius) {
    page.empty(
        "rect",
        "class",
        style,
        "x",
        "" + x,
        "y",
        "" + y,
        "width",
        "" + width,
        "height",
        "" + height,
        "rx",
        "" + radius);
  }

  private void use(String symbol, int x, int y, String style) {
    page.empty(
        "use",
        "href",
        "#s-" + symbol,
        "class",
        style,
        "x",
        "" + x,
        "y",
        "" + y,
        "width",
        "13",
        "height",
        "13");
  }

  private void text(String style, int x, int y, String text, int width, double size) {
    if (!text.isEmpty()) {
      String fitting = Words.shorten(visible(text), (int) (width / (size * ADVANCE)));
      page.element("text", fitting, "class", style, "x", "" + x, "y", "" + y);
    }
  }

  private static String label(Node node) {
    StringBuilder label = new StringBuilder(node.word() + " " + visible(node.name()));
    if (!node.namespace().isEmpty()) {
      label.append(" in ").append(visible(node.namespace()));
    }
    if (!node.state().label().isEmpty()) {
      label.append(", ").append(node.state().label());
    }
    for (Diagnostic finding : node.findings()) {
      label
          .append(", ")
          .append(finding.severity().word())
          .append(' ')
          .append(finding.code().slug());
    }
    return label.toString();
  }

  private static String searched(Node node) {
    String details = String.join(" ", node.details());
    return visible(label(node) + " " + node.word() + " " + details).toLowerCase(Locale.ROOT);
  }
}
