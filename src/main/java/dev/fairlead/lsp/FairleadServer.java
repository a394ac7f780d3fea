package dev.fairlead.lsp;

import com.google.gson.JsonPrimitive;
import dev.fairlead.diagnostic.Code;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server: what it can do, and the life of a session. */
public final class FairleadServer implements LanguageServer, LanguageClientAware, WorkspaceService {
  private final String version;
  private final Session session = new Session();
  private final ExplainedCodes explained = new ExplainedCodes();
  private final TextRequests texts = new TextRequests(session, explained);
  private final List<String> folders = new ArrayList<>();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private boolean watches;
  private boolean isShutDown;

  private FairleadServer(String version) {
    this.version = version;
  }

  /**
   * Serves an editor until it says that it exits, or until the input ends. Returns whether it said
   * so in order, with {@code shutdown} before.
   */
  public static boolean serve(InputStream in, OutputStream out, String version) {
    FairleadServer server = new FairleadServer(version);
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.connect(launcher.getRemoteProxy());
    var listening = launcher.startListening();
    CompletableFuture.runAsync(
        () -> {
          try {
            listening.get();
          } catch (InterruptedException | ExecutionException | CancellationException e) {
            // The editor is gone.
          }
          server.end.complete(false);
        });
    boolean inOrder = server.end.join();
    listening.cancel(true);
    server.session.close();
    server.explained.close();
    return inOrder;
  }

  @Override
  public void connect(LanguageClient client) {
    session.connect(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      params.getWorkspaceFolders().forEach(folder -> folders.add(folder.getUri()));
    } else if (rootUri(params) != null) {
      folders.add(rootUri(params));
    }
    var workspace = params.getCapabilities().getWorkspace();
    var watched = workspace == null ? null : workspace.getDidChangeWatchedFiles();
    watches = watched != null && Boolean.TRUE.equals(watched.getDynamicRegistration());
    session.change(() -> session.workspace().setFolders(List.copyOf(folders)));
    InitializeResult result = new InitializeResult(capabilities());
    result.setServerInfo(new ServerInfo("fairlead", version));
    return CompletableFuture.completedFuture(result);
  }

  /** The folder of an editor that knows only one; Java's null if there is none. */
  @SuppressWarnings("deprecation")
  private static String rootUri(InitializeParams params) {
    return params.getRootUri();
  }

  private static ServerCapabilities capabilities() {
    ServerCapabilities can = new ServerCapabilities();
    can.setTextDocumentSync(TextDocumentSyncKind.Full);
    can.setCompletionProvider(new CompletionOptions(false, List.of(":", " ", "{", "[", ",")));
    can.setHoverProvider(true);
    can.setDefinitionProvider(true);
    can.setReferencesProvider(true);
    can.setRenameProvider(new RenameOptions(true));
    can.setDocumentSymbolProvider(true);
    can.setDocumentLinkProvider(new DocumentLinkOptions(true));
    can.setInlayHintProvider(true);
    can.setCodeActionProvider(
        new CodeActionOptions(List.of(CodeActionKind.QuickFix, QuickFixes.FIX_ALL)));
    can.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(ExplainedCodes.COMMAND)));
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(Either.forRight(true));
    can.setWorkspace(new WorkspaceServerCapabilities(folders));
    return can;
  }

  @Override
  public void initialized(InitializedParams params) {
    if (watches) {
      List<FileSystemWatcher> watchers =
          List.of(new FileSystemWatcher(Either.forLeft("**/*.fairlead.{yaml,yml}")));
      session
          .client()
          .registerCapability(
              new RegistrationParams(
                  List.of(
                      new Registration(
                          "specs",
                          "workspace/didChangeWatchedFiles",
                          new DidChangeWatchedFilesRegistrationOptions(watchers)))));
    }
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    session.change(() -> session.workspace().readFiles());
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
      folders.remove(folder.getUri());
    }
    params.getEvent().getAdded().forEach(folder -> folders.add(folder.getUri()));
    List<String> now = List.copyOf(folders);
    session.change(() -> session.workspace().setFolders(now));
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // There is nothing to configure.
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // It writes no trace.
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    String word =
        params.getArguments().isEmpty()
            ? ""
            : params.getArguments().get(0) instanceof JsonPrimitive json
                ? json.getAsString()
                : String.valueOf(params.getArguments().get(0));
    Code.of(word)
        .ifPresent(
            code -> session.client().showDocument(new ShowDocumentParams(explained.uri(code))));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return texts;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return this;
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    isShutDown = true;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    end.complete(isShutDown);
  }
}
