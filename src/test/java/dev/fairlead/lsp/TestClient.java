package dev.fairlead.lsp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An editor: it speaks the protocol with a server in a thread of its own. */
final class TestClient {
  static final JsonMapper JSON = JsonMapper.shared();

  private final OutputStream toServer;
  private final InputStream fromServer;
  private final CompletableFuture<Boolean> end;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private int requests;

  TestClient() throws IOException {
    PipedInputStream in = new PipedInputStream(1 << 20);
    PipedInputStream out = new PipedInputStream(1 << 20);
    toServer = new PipedOutputStream(in);
    fromServer = new BufferedInputStream(out);
    PipedOutputStream answers = new PipedOutputStream(out);
    end = new CompletableFuture<>();
    thread(() -> end.complete(FairleadServer.serve(in, answers, "test")));
    thread(this::read);
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens a session with a folder. */
  void initialize(Path folder) {
    String uri = folder.toUri().toString();
    ask(
        "initialize",
        Map.of(
            "capabilities",
            Map.of(),
            "workspaceFolders",
            new Object[] {Map.of("uri", uri, "name", "folder")}));
    tell("initialized", Map.of());
  }

  /** Sends a notification. */
  void tell(String method, Object params) {
    send(message(method, params));
  }

  /** Sends a request, and returns the message that answers it. */
  JsonNode ask(String method, Object params) {
    ObjectNode message = message(method, params).put("id", ++requests);
    send(message);
    return next(answer -> answer.path("id").asInt(-1) == requests && !answer.has("method"));
  }

  /** The next notification of findings about a file. */
  JsonNode findings(String uri) {
    return next(
        message ->
            message.path("method").asString("").equals("textDocument/publishDiagnostics")
                && message.path("params").path("uri").asString("").equals(uri));
  }

  /** Ends the input of the server, and returns whether it ended in order. */
  boolean close() throws Exception {
    toServer.close();
    return end.get(60, TimeUnit.SECONDS);
  }

  /** What {@code serve} returned. */
  boolean end() throws Exception {
    return end.get(60, TimeUnit.SECONDS);
  }

  private static ObjectNode message(String method, Object params) {
    ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
    message.set("params", JSON.valueToTree(params));
    return message;
  }

  private void send(ObjectNode message) {
    byte[] body = JSON.writeValueAsBytes(message);
    try {
      String head = "Content-Length: " + body.length + "\r\n\r\n";
      toServer.write(head.getBytes(StandardCharsets.US_ASCII));
      toServer.write(body);
      toServer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Wanted {
    boolean is(JsonNode message);
  }

  private JsonNode next(Wanted wanted) {
    try {
      while (true) {
        JsonNode message = received.poll(60, TimeUnit.SECONDS);
        if (message == null) {
          throw new AssertionError("the server did not answer");
        }
        if (wanted.is(message)) {
          return message;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void read() {
    try {
      while (true) {
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
          if (line.startsWith("Content-Length: ")) {
            length = Integer.parseInt(line.substring("Content-Length: ".length()));
          }
        }
        received.add(JSON.readTree(fromServer.readNBytes(length)));
      }
    } catch (IOException e) {
      // The server has ended.
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = fromServer.read(); c != '\n'; c = fromServer.read()) {
      if (c < 0) {
        throw new IOException("the stream has ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
