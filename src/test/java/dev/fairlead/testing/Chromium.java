package dev.fairlead.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page in a real browser without a window, driven by the DevTools protocol. */
public final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 120;

  private final Path folder;
  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages;
  private int calls;

  private Chromium(
      Path folder, Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
    this.folder = folder;
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /** Opens a file. {@code folder} is an empty folder for the files of the browser. */
  public static Chromium open(Path file, Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                file.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Path port = folder.resolve("DevToolsActivePort");
    for (int i = 0; i < SECONDS * 10 && !(Files.exists(port) && Files.size(port) > 0); i++) {
      if (!process.isAlive()) {
        throw new IOException(Files.readString(folder.resolve("log")));
      }
      Thread.sleep(100);
    }
    HttpClient client = HttpClient.newHttpClient();
    URI pages = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
    String found =
        client
            .send(HttpRequest.newBuilder(pages).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    for (JsonNode page : JSON.readTree(found)) {
      if (page.get("type").asText().equals("page")) {
        URI address = URI.create(page.get("webSocketDebuggerUrl").asText());
        WebSocket socket =
            client.newWebSocketBuilder().buildAsync(address, new Listener(messages)).join();
        Chromium chromium = new Chromium(folder, process, socket, messages);
        chromium.awaitLoaded();
        return chromium;
      }
    }
    throw new IOException("no page in " + found);
  }

  private void awaitLoaded() throws Exception {
    String loaded = "location.protocol === 'file:' && document.readyState === 'complete'";
    for (int i = 0; i < SECONDS * 10 && !evaluate(loaded).asBoolean(); i++) {
      Thread.sleep(100);
    }
  }

  /** The value of a JavaScript expression, as JSON. */
  public JsonNode evaluate(String expression) throws Exception {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(result.get("exceptionDetails").toPrettyString());
    }
    return result.at("/result/value");
  }

  /** Presses a key, such as {@code ArrowDown}. */
  public void press(String key) throws Exception {
    boolean types = key.length() == 1;
    Map<String, Object> down =
        types
            ? Map.of("type", "keyDown", "key", key, "text", key)
            : Map.of(
                "type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code(key));
    call("Input.dispatchKeyEvent", down);
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /** The number by which the browser knows keys that move the focus. */
  private static int code(String key) {
    return key.equals("Tab") ? 9 : 0;
  }

  /** Makes the system light or dark. */
  public void prefer(String scheme) throws Exception {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  private JsonNode call(String method, Map<String, ?> params) throws Exception {
    int id = ++calls;
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", params));
    socket.sendText(text, true).join();
    while (true) {
      JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException("no answer to " + method);
      }
      if (message.path("id").asInt() == id) {
        if (message.has("error")) {
          throw new IOException(message.toString());
        }
        return message.get("result");
      }
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    // It is a link to a folder of the browser, and whoever deletes ours need not follow it.
    folder.resolve("SingletonSocket").toFile().delete();
  }

  /** Puts whole messages into a queue. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          messages.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
