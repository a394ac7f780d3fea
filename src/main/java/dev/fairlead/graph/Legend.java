package dev.fairlead.graph;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what the lines and outlines mean that the picture has. */
final class Legend {
  private static final Map<Link, String> LINKS = new LinkedHashMap<>();
  private static final Map<State.Outline, String> OUTLINES = new LinkedHashMap<>();

  static {
    LINKS.put(Link.BOTH, "claim and volume name each other");
    LINKS.put(Link.CLAIM_ONLY, "only the claim names the volume");
    LINKS.put(Link.VOLUME_ONLY, "only the volume names the claim");
    LINKS.put(Link.EARLIER, "the volume belongs to an earlier claim");
    LINKS.put(Link.ASKS, "a claim asks a class for a volume");
    LINKS.put(Link.MOUNTS, "a workload mounts a claim");
    LINKS.put(Link.STORED, "a volume is on a disk");
    OUTLINES.put(State.Outline.DASHED, "not bound, or not for sure");
    OUTLINES.put(State.Outline.DOTTED, "named, but not in the input or not readable");
  }

  private final Markup page;
  private final Graph graph;

  Legend(Markup page, Graph graph) {
    this.page = page;
    this.graph = graph;
  }

  void write() {
    page.element("h2", "Legend").open("ul", "class", "legend");
    Set<Link> links =
        graph.edges().stream().map(Edge::link).collect(Collectors.toCollection(TreeSet::new));
    LINKS.forEach(
        (link, words) -> {
          if (links.contains(link)) {
            row("edge " + link.style(), "M4 8H52", words);
          }
        });
    Set<State.Outline> outlines =
        graph.nodes().stream()
            .map(node -> node.state().outline())
            .collect(Collectors.toCollection(TreeSet::new));
    OUTLINES.forEach(
        (outline, words) -> {
          if (outlines.contains(outline)) {
            String name = outline.name().toLowerCase(Locale.ROOT);
            row("outline " + name, "M12 1.5h32v13h-32z", words);
          }
        });
    page.close();
  }

  private void row(String style, String path, String words) {
    page.open("li");
    page.open("svg", "viewBox", "0 0 56 16", "width", "56", "height", "16", "aria-hidden", "true");
    page.empty("path", "class", style, "d", path).close();
    page.element("span", words).close();
  }
}
