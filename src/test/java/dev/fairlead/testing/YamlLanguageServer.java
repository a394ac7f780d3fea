package dev.fairlead.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The yaml-language-server of npm, over stdio, with one schema for all files. */
public final class YamlLanguageServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String schema;
  private final Process process;
  private final InputStream in;
  private final OutputStream out;
  private final Map<String, JsonNode> diagnostics = new HashMap<>();
  private int last;

  /** A text to insert, as the editor shows it and as it is inserted. */
  public record Completion(String label, String text, boolean documented, String sort) {}

  /** A message, and the text that is marked. */
  public record Mark(int line, String token, String message) {}

  private record Cursor(String uri, int line, int character) {
    Map<String, Object> params() {
      return Map.of(
          "textDocument", Map.of("uri", uri),
          "position", Map.of("line", line, "character", character));
    }
  }

  private YamlLanguageServer(String schema, Process process) {
    this.schema = schema;
    this.process = process;
    this.in = new BufferedInputStream(process.getInputStream());
    this.out = process.getOutputStream();
  }

  /** Starts the server. */
  public static YamlLanguageServer start(Path schema) throws IOException {
    Process process =
        new ProcessBuilder("yaml-language-server", "--stdio")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    YamlLanguageServer server = new YamlLanguageServer(schema.toUri().toString(), process);
    Map<String, Object> item =
        Map.of("snippetSupport", true, "documentationFormat", List.of("markdown"));
    Map<String, Object> document = Map.of("completion", Map.of("completionItem", item));
    server.request(
        "initialize",
        Map.of(
            "capabilities",
            Map.of("textDocument", document, "workspace", Map.of("configuration", true))));
    server.send(Map.of("method", "initialized", "params", Map.of()));
    return server;
  }

  /** What the server offers at the mark {@code ¦} in a text. */
  public List<Completion> complete(String text) throws IOException {
    JsonNode result = request("textDocument/completion", open(text).params());
    List<Completion> items = new ArrayList<>();
    for (JsonNode item : result.has("items") ? result.get("items") : result) {
      String inserted = item.at("/textEdit/newText").asString(item.path("insertText").asString(""));
      String label = item.get("label").asString();
      items.add(
          new Completion(
              label, inserted, item.has("documentation"), item.path("sortText").asString(label)));
    }
    return items;
  }

  /** What the server shows about the place of the mark {@code ¦} in a text. */
  public String hover(String text) throws IOException {
    return request("textDocument/hover", open(text).params()).at("/contents/value").asString("");
  }

  /** What the server reports about a text. */
  public List<Mark> check(String text) throws IOException {
    JsonNode found = diagnostics.get(open(text + "¦").uri());
    List<String> lines = text.lines().toList();
    List<Mark> marks = new ArrayList<>();
    for (JsonNode each : found) {
      int line = each.at("/range/start/line").asInt();
      int end = each.at("/range/end/line").asInt();
      String rest = lines.get(line).substring(each.at("/range/start/character").asInt());
      int length =
          each.at("/range/end/character").asInt() - each.at("/range/start/character").asInt();
      String token = line == end ? rest.substring(0, length) : rest;
      marks.add(new Mark(line + 1, token, each.get("message").asString()));
    }
    return marks;
  }

  private Cursor open(String marked) throws IOException {
    int at = marked.indexOf('¦');
    String before = marked.substring(0, at);
    String text = before + marked.substring(at + 1);
    String uri = "file:///specs/" + ++last + ".yaml";
    Map<String, Object> document =
        Map.of("uri", uri, "languageId", "yaml", "version", 1, "text", text);
    send(Map.of("method", "textDocument/didOpen", "params", Map.of("textDocument", document)));
    while (!diagnostics.containsKey(uri)) {
      read();
    }
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Cursor(uri, line, before.length() - before.lastIndexOf('\n') - 1);
  }

  private JsonNode request(String method, Object params) throws IOException {
    int id = ++last;
    send(Map.of("id", id, "method", method, "params", params));
    while (true) {
      JsonNode message = read();
      if (!message.has("method") && message.path("id").asInt() == id) {
        if (message.has("error")) {
          throw new AssertionError(message.get("error").toString());
        }
        return message.get("result");
      }
    }
  }

  private void send(Map<String, Object> message) throws IOException {
    Map<String, Object> whole = new HashMap<>(message);
    whole.put("jsonrpc", "2.0");
    byte[] body = JSON.writeValueAsBytes(whole);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  private JsonNode read() throws IOException {
    int length = 0;
    for (String line = header(); !line.isEmpty(); line = header()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    JsonNode message = JSON.readTree(in.readNBytes(length));
    if (message.has("method") && message.has("id")) {
      Map<String, Object> answer = new HashMap<>();
      answer.put("id", message.get("id"));
      answer.put("result", settings(message));
      send(answer);
    } else if (message.path("method").asString("").equals("textDocument/publishDiagnostics")) {
      diagnostics.put(message.at("/params/uri").asString(), message.at("/params/diagnostics"));
    }
    return message;
  }

  private List<Object> settings(JsonNode request) {
    List<Object> settings = new ArrayList<>();
    for (JsonNode item : request.at("/params/items")) {
      boolean yaml = item.path("section").asString("").equals("yaml");
      settings.add(
          yaml
              ? Map.of(
                  "schemas", Map.of(schema, "*.yaml"),
                  "schemaStore", Map.of("enable", false),
                  "validate", true,
                  "hover", true,
                  "completion", true)
              : Map.of());
    }
    return settings;
  }

  private String header() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new AssertionError("the server has ended");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
