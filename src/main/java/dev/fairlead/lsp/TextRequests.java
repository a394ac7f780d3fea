package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;

/** The editor's requests about a text. Each is answered by a class of its own. */
final class TextRequests implements TextDocumentService {
  private final Session session;
  private final ExplainedCodes explained;
  private final Completions completions = new Completions();
  private final Hovers hovers = new Hovers();
  private final QuickFixes quickFixes = new QuickFixes();

  TextRequests(Session session, ExplainedCodes explained) {
    this.session = session;
    this.explained = explained;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    session.change(() -> workspace().open(uri, params.getTextDocument().getText()));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    int last = params.getContentChanges().size() - 1;
    if (last >= 0) {
      session.change(() -> workspace().open(uri, params.getContentChanges().get(last).getText()));
    }
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    session.change(() -> workspace().close(params.getTextDocument().getUri()));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    session.change(() -> workspace().readFiles());
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return inFile(
        params.getTextDocument(),
        (analysis, file) -> Either.forLeft(completions.at(analysis, file, params.getPosition())),
        Either.forLeft(List.of()));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return at(params, (analysis, offset) -> hovers.at(analysis, name(params), offset).orElse(null));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return at(
        params,
        (analysis, offset) ->
            Either.forLeft(references(analysis).definitions(name(params), offset)));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean withDefinitions = params.getContext().isIncludeDeclaration();
    return at(
        params,
        (analysis, offset) -> references(analysis).all(name(params), offset, withDefinitions));
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return at(
        params,
        (analysis, offset) ->
            new Rename(analysis, workspace())
                .prepare(name(params), offset)
                .map(
                    mention ->
                        Either3.<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forSecond(
                            new PrepareRenameResult(
                                Places.range(mention.span()), mention.name().text())))
                .orElse(null));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return at(
        params,
        (analysis, offset) ->
            new Rename(analysis, workspace()).edits(name(params), offset, params.getNewName()));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Optional<List<String>> only = Optional.ofNullable(params.getContext().getOnly());
    return inFile(
        params.getTextDocument(),
        (analysis, file) ->
            quickFixes
                .in(analysis, file, params.getTextDocument().getUri(), params.getRange(), only)
                .stream()
                .map(Either::<Command, CodeAction>forRight)
                .toList(),
        List.of());
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    String name = workspace().nameOf(params.getTextDocument().getUri());
    return session.answer(
        analysis ->
            Outline.of(analysis.documents().getOrDefault(name, List.of())).stream()
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList());
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    String name = workspace().nameOf(params.getTextDocument().getUri());
    return session.answer(
        analysis -> ExplainedCodes.links(analysis.documents().getOrDefault(name, List.of())));
  }

  @Override
  public CompletableFuture<DocumentLink> documentLinkResolve(DocumentLink link) {
    return session.answer(
        analysis -> {
          String code = String.valueOf(link.getData()).replace("\"", "");
          Code.of(code).ifPresent(known -> link.setTarget(explained.uri(known)));
          return link;
        });
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    String name = workspace().nameOf(params.getTextDocument().getUri());
    return session.answer(analysis -> InlayHints.of(analysis, name));
  }

  private Workspace workspace() {
    return session.workspace();
  }

  private References references(Analysis analysis) {
    return new References(analysis, workspace());
  }

  private String name(TextDocumentPositionParams params) {
    return workspace().nameOf(params.getTextDocument().getUri());
  }

  /** Answers a request about a position. The answer is Java's null if the file is no spec. */
  private <T> CompletableFuture<T> at(
      TextDocumentPositionParams params, BiFunction<Analysis, Integer, T> request) {
    return inFile(
        params.getTextDocument(),
        (analysis, file) -> request.apply(analysis, Places.offset(file, params.getPosition())),
        null);
  }

  private <T> CompletableFuture<T> inFile(
      TextDocumentIdentifier text, BiFunction<Analysis, SourceFile, T> request, T otherwise) {
    return session.answer(
        analysis -> {
          SourceFile file = analysis.files().get(workspace().nameOf(text.getUri()));
          return file == null ? otherwise : request.apply(analysis, file);
        });
  }
}
