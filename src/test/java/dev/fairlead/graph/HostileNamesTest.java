package dev.fairlead.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Texts of the input stay texts in every format, whatever they are made of. */
class HostileNamesTest {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "`",
          "<",
          ">",
          "&",
          "&lt;",
          "#",
          "#quot;",
          ";",
          "\\",
          "\\n",
          "\\N",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "|",
          "--",
          "-->",
          "==>",
          "%%",
          "end",
          "subgraph",
          "class",
          "]]>",
          "<!--",
          "</script>",
          "</style>",
          "<b>",
          "$(x)",
          "{{x}}",
          "\u202e",
          "\u0000",
          "\u0007",
          "\n",
          "\r",
          "\t",
          "\u2028",
          "é",
          "漢字",
          "👩‍👩‍👧",
          "\ud800",
          "javascript:",
          "a",
          "0",
          " ",
          "/",
          ":",
          "click",
          "@");

  /** Lines of a Mermaid graph in which labels are made of harmless characters only. */
  private static final Pattern MERMAID =
      Pattern.compile(
          "flowchart LR|  end|  classDef [a-z]+ [-a-z:0-9 #,]+"
              + "|  subgraph g[0-9]+\\[\"[^\"<>`&\\[\\](){}|]*\"]"
              + "|  n[0-9]+ [-=.<>ox]+( [a-z -]+ \\.->| [a-z -]+ \\.-[ox])? n[0-9]+"
              + "|  class n[0-9]+(,n[0-9]+)* [a-z]+"
              + "| {2,4}n[0-9]+(\\[|\\(\\[|\\[\\[|\\{\\{|\\[\\()\""
              + "([^\"<>`&\\[\\](){}|]|</?b>|</?i>|<br>)*\"(]|]\\)|]]|}}|\\)])");

  @TempDir Path temp;

  /** A spec with this text wherever the language takes any text. */
  static String spec(String text) {
    String quoted = Yaml.quoted(text);
    return
"""
    apiVersion: fairlead.dev/v1
    kind: Storage
    metadata: {name: shop, namespace: shop}
    volumes:
    - name: data
      storage: 1Gi
      csi: {driver: csi.example.com, volumeHandle: %s}
      reserve: true
    - name: logs
      storage: 1Gi
      mountOptions: [%s]
      nfs: {server: files.example.com, path: %s}
      reserve: true
    - name: other
      storage: %s
      %s: 1
      hostPath: {path: /x}
    workloads:
    - name: end
      containers: [{name: app, image: nginx, mounts: {/a: data, /b: logs}}]
"""
        .formatted(quoted, quoted, Yaml.quoted("/" + text), quoted, quoted);
  }

  private Path random(Random random) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return Files.writeString(temp.resolve("end.fairlead.yaml"), spec(text.toString()));
  }

  @Test
  void everyFormatKeepsTextsApartFromItsOwnSyntax() throws Exception {
    Random random = new Random(18);
    int drawn = 0;
    for (int i = 0; i < 100; i++) {
      String file = random(random).toString();
      String mermaid = graph(file, "mermaid");
      for (String line : mermaid.split("\n")) {
        assertTrue(MERMAID.matcher(line).matches(), line);
      }
      drawn += mermaid.contains("Disk") ? 1 : 0;
      assertDot(graph(file, "dot"));
      assertPage(graph(file, "html"));
    }
    assertTrue(drawn > 50, "only " + drawn + " of them were drawn");
  }

  private static String graph(String file, String format) {
    Cli.Result result = Cli.run("graph", "--output", format, file);
    assertTrue(result.code() <= 1, result.err());
    return result.out();
  }

  /** Outside of its strings, DOT has words and signs of our own. */
  private static void assertDot(String text) {
    String bare = text.replaceAll("\"(\\\\[\\\\\"n]|[^\"\\\\\n])*\"", "S");
    assertTrue(bare.matches("[A-Za-z0-9_=\\[\\]{},;.\\-> \n]*"), bare);
  }

  private static void assertPage(String text) throws Exception {
    Document page = parse(text);
    List<String> tags = new ArrayList<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      tags.add(element.getTagName());
      for (int j = 0; j < element.getAttributes().getLength(); j++) {
        String name = element.getAttributes().item(j).getNodeName();
        assertTrue(!name.startsWith("on") && !name.equals("style"), name);
      }
    }
    assertEquals(1, tags.stream().filter("script"::equals).count());
    assertTrue(!tags.contains("img") && !tags.contains("iframe"), text);
    NodeList parts = page.getElementsByTagName("body").item(0).getChildNodes();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < parts.getLength(); i++) {
      names.add(parts.item(i).getNodeName());
    }
    names.removeIf("#text"::equals);
    assertEquals(List.of("header", "main", "script"), names);
  }

  /** The page as XML, without the style and the script, which are our own files. */
  private static Document parse(String text) throws Exception {
    String page =
        text.replaceFirst("<!DOCTYPE html>", "")
            .replaceFirst("(?s)<style>.*?</style>", "<style/>")
            .replaceFirst("(?s)<script>.*?</script>", "<script/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  /** Graphviz reads it. */
  @Test
  void graphvizReadsIt() throws Exception {
    External.require("dot");
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      Path dot = temp.resolve("graph.dot");
      Files.writeString(dot, graph(random(random).toString(), "dot"));
      External.Result result =
          External.run(temp, "dot", "-Tcanon", "-o", "/dev/null", dot.toString());
      assertEquals(new External.Result(0, "", ""), result);
    }
  }

  /** A YAML string in double quotes. */
  private static final class Yaml {
    static String quoted(String text) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
        out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
      }
      return out.append('"').toString();
    }
  }
}
