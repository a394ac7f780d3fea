package dev.fairlead.lsp;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * The state of a session. One thread does all the work, one request after the other, so that the
 * thread that reads requests never waits. Findings are published when typing has paused.
 */
final class Session implements AutoCloseable {
  private static final int PAUSE_MILLIS = 80;

  private final Workspace workspace = new Workspace();
  private final Analyzer analyzer = new Analyzer();
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(1, Session::thread);

  /** The files with published findings. */
  private final Set<String> published = new HashSet<>();

  private LanguageClient client;
  private ScheduledFuture<?> pending;

  /** The analysis of the specs as they are now; Java's null after a change. */
  private Analysis analysis;

  Session() {
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fairlead");
    thread.setDaemon(true);
    return thread;
  }

  /** The specs of the session. */
  Workspace workspace() {
    return workspace;
  }

  /** The editor. */
  synchronized LanguageClient client() {
    return client;
  }

  /** Sets the editor to publish to. */
  synchronized void connect(LanguageClient editor) {
    client = editor;
  }

  /** Changes the specs, and publishes their findings after a pause. */
  synchronized void change(Runnable change) {
    worker.execute(
        () -> {
          change.run();
          analysis = null;
        });
    if (pending != null) {
      pending.cancel(false);
    }
    pending = worker.schedule(this::publishNow, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Answers a request from the specs as they are when its turn has come. */
  <T> CompletableFuture<T> answer(Function<Analysis, T> request) {
    return CompletableFutures.computeAsync(
        worker,
        cancel -> {
          cancel.checkCanceled();
          return request.apply(now());
        });
  }

  private Analysis now() {
    if (analysis == null) {
      analysis = analyzer.analyze(workspace.specs());
    }
    return analysis;
  }

  private void publishNow() {
    try {
      publish(now());
    } catch (RuntimeException e) {
      // A bug must not end the session: the next text may be fine.
      client().logMessage(new MessageParams(MessageType.Error, "fairlead: a bug: " + e));
    }
  }

  private void publish(Analysis current) {
    Set<String> found = current.findingsByFile().keySet();
    Set<String> files = new TreeSet<>(published);
    files.addAll(found);
    current.files().keySet().stream().filter(workspace::isOpen).forEach(files::add);
    for (String file : files) {
      client()
          .publishDiagnostics(
              new PublishDiagnosticsParams(
                  workspace.uri(file), Published.of(current.findings(file), workspace)));
    }
    published.clear();
    published.addAll(found);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
