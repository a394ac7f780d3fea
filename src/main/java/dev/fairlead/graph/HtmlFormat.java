package dev.fairlead.graph;

import static dev.fairlead.diagnostic.Quote.visible;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A graph as a page that needs no other file and no network. Its policy lets the browser run the
 * script of this program and no other.
 */
public final class HtmlFormat {
  private HtmlFormat() {}

  /** The text of the page. */
  public static String of(Graph graph) {
    String css = resource("page.css");
    String script = resource("page.js");
    String title = visible(graph.title());
    Markup page = new Markup().raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    page.line().empty("meta", "charset", "utf-8");
    page.line()
        .empty(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
                + hash(css)
                + "; script-src "
                + hash(script));
    page.line().empty("meta", "name", "viewport", "content", "width=device-width");
    page.line().element("title", "Storage of " + title);
    page.line().open("style").raw(css).close().line().close().line().open("body").line();
    header(page, graph, title);
    page.open("main");
    List<Card> cards = Layout.of(graph);
    page.open("div", "id", "canvas");
    new Picture(page, graph, cards).write();
    page.close().line();
    new Panel(page, graph).write();
    page.close().line();
    return page.open("script").raw(script).close().line().close().close().line().toString();
  }

  private static void header(Markup page, Graph graph, String title) {
    page.open("header");
    page.open("div", "class", "titles").element("h1", title);
    page.element("p", counts(graph)).close();
    page.empty(
        "input",
        "id",
        "search",
        "type",
        "search",
        "placeholder",
        "Search",
        "aria-label",
        "Search names, classes, disks and findings",
        "aria-keyshortcuts",
        "/",
        "autocomplete",
        "off");
    page.open("kbd").text("/").close();
    page.open("output", "id", "hits", "for", "search", "aria-live", "polite").close();
    page.open("div", "class", "tools", "role", "group", "aria-label", "View");
    button(page, "out", "Zoom out", "−");
    button(page, "in", "Zoom in", "+");
    button(page, "fit", "Show all of it", "Fit");
    button(page, "theme", "Switch between light and dark", "◐");
    page.close().close().line();
  }

  private static void button(Markup page, String id, String label, String text) {
    page.element("button", text, "id", id, "type", "button", "title", label, "aria-label", label);
  }

  private static String counts(Graph graph) {
    List<String> counts = new ArrayList<>();
    for (NodeKind kind : NodeKind.values()) {
      long count = graph.count(kind);
      if (count > 0) {
        counts.add(Words.count(count, kind.style()));
      }
    }
    long findings = graph.others().size();
    findings += graph.nodes().stream().flatMap(node -> node.findings().stream()).distinct().count();
    counts.add(findings == 0 ? "no findings" : Words.count(findings, "finding"));
    return String.join(" · ", counts);
  }

  private static String resource(String name) {
    try (InputStream in = HtmlFormat.class.getResourceAsStream("/graph/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      // Every JDK has it.
      throw new IllegalStateException(e);
    }
  }
}
