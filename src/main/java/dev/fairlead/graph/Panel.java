package dev.fairlead.graph;

import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands beside the picture: findings, the legend, and the details of each node. */
final class Panel {
  private final Markup page;
  private final Graph graph;
  private final Map<String, List<String>> labels = new HashMap<>();

  Panel(Markup page, Graph graph) {
    this.page = page;
    this.graph = graph;
    for (Edge edge : graph.edges()) {
      if (!edge.link().label().isEmpty()) {
        for (String id : List.of(edge.from(), edge.to())) {
          labels.computeIfAbsent(id, absent -> new ArrayList<>()).add(edge.link().label());
        }
      }
    }
  }

  void write() {
    page.open("aside", "id", "panel", "aria-label", "Details");
    page.line().open("section", "id", "details", "aria-live", "polite", "hidden", "hidden").close();
    page.line().open("section", "id", "overview");
    findings();
    new Legend(page, graph).write();
    page.element(
            "p",
            "Arrow keys go from node to node, / searches, + and − zoom, 0 shows all of it, Escape"
                + " goes back.",
            "class",
            "keys")
        .close();
    graph.nodes().forEach(this::details);
    page.close();
  }

  private void findings() {
    Map<Diagnostic, List<Node>> nodes = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      for (Diagnostic finding : node.findings()) {
        nodes.computeIfAbsent(finding, f -> new ArrayList<>()).add(node);
      }
    }
    Set<Diagnostic> all = new LinkedHashSet<>(nodes.keySet());
    all.addAll(graph.others());
    if (all.isEmpty()) {
      return;
    }
    page.element("h2", "Findings").open("ul", "class", "findings");
    for (Diagnostic finding : all) {
      page.open("li", "class", finding.severity().word());
      for (Node node : nodes.getOrDefault(finding, List.of())) {
        page.element(
            "a",
            visible(node.name()),
            "href",
            "#" + node.id(),
            "class",
            "about",
            "data-node",
            node.id());
      }
      finding(finding);
      page.close();
    }
    page.close();
  }

  private void finding(Diagnostic finding) {
    page.open("p", "class", "code");
    page.element("b", finding.severity().word()).text(" " + finding.code().slug()).close();
    page.element("p", visible(finding.message()));
    finding.hint().ifPresent(hint -> page.element("p", "hint: " + visible(hint), "class", "hint"));
    page.element("p", visible(finding.span().toString()), "class", "place");
  }

  private void details(Node node) {
    page.line().open("template", "id", "d-" + node.id());
    page.open("p", "class", "kicker").text(node.word());
    if (!node.state().label().isEmpty()) {
      page.text(" · " + node.state().label());
    }
    page.close().element("h2", visible(node.name()), "class", "name");
    page.open("ul", "class", "facts");
    if (!node.namespace().isEmpty()) {
      page.element("li", "namespace " + visible(node.namespace()));
    }
    node.details().forEach(detail -> page.element("li", visible(detail)));
    labels.getOrDefault(node.id(), List.of()).forEach(label -> page.element("li", label));
    page.close();
    if (!node.findings().isEmpty()) {
      page.open("ul", "class", "findings");
      for (Diagnostic finding : node.findings()) {
        page.open("li", "class", finding.severity().word());
        finding(finding);
        page.close();
      }
      page.close();
    }
    page.close();
  }
}
