package dev.fairlead.lsp;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.render.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Gives a volume, claim or workload another name, wherever the name stands. */
record Rename(Analysis analysis, Workspace workspace) {
  /**
   * See <a
   * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Names</a>.
   */
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private static final int MAX_NAME = 253;

  /**
   * The name at an offset, if it can be changed. Throws an error of the protocol that says why not.
   */
  Optional<Mention> prepare(String file, int offset) {
    Optional<Mention> mention = analysis.names().at(file, offset);
    mention.ifPresent(here -> written(here.name()));
    return mention;
  }

  /** The changes in all files. Throws an error of the protocol if the name can't be changed. */
  WorkspaceEdit edits(String file, int offset, String newName) {
    Mention here =
        analysis
            .names()
            .at(file, offset)
            .orElseThrow(() -> error("this is not the name of a volume, claim or workload"));
    Name name = here.name();
    checkNew(name, newName);
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    Set<Span> done = new HashSet<>();
    add(written(name), newName, done, edits);
    if (name.kind() == Name.Kind.VOLUME) {
      addImplied(name, newName, done, edits);
    }
    return new WorkspaceEdit(edits);
  }

  /** A claim that has its name from the volume is renamed with it. */
  private void addImplied(
      Name volume, String newName, Set<Span> done, Map<String, List<TextEdit>> edits) {
    for (Mention claim : analysis.names().impliedBy("pvc-" + volume.text(), volume.scope())) {
      add(
          analysis.names().of(claim.name()).stream()
              .filter(mention -> mention.role() == Mention.Role.REFERS && mention.isWritten())
              .toList(),
          "pvc-" + newName,
          done,
          edits);
    }
  }

  private void add(
      List<Mention> mentions, String newName, Set<Span> done, Map<String, List<TextEdit>> edits) {
    for (Mention mention : mentions) {
      if (done.add(mention.span())) {
        edits
            .computeIfAbsent(workspace.uri(mention.span().file().name()), uri -> new ArrayList<>())
            .add(new TextEdit(Places.range(mention.span()), YamlScalar.of(newName)));
      }
    }
  }

  /** The places of a name, if it is written at all of them. */
  private List<Mention> written(Name name) {
    List<Mention> mentions = analysis.names().of(name);
    for (Mention mention : mentions) {
      if (mention.role() == Mention.Role.IMPLIES) {
        throw error(
            quote(name.text())
                + " is made from the name of its volume: rename the volume, or write reserve:"
                + " {name: ...}");
      }
      if (!mention.isWritten()) {
        throw error(
            quote(name.text())
                + " is one of the names of "
                + quote(mention.span().text())
                + " in line "
                + mention.span().line()
                + " of "
                + mention.span().file().name()
                + ": rename it there by hand");
      }
    }
    return mentions;
  }

  private void checkNew(Name name, String newName) {
    if (!SUBDOMAIN.matcher(newName).matches() || newName.length() > MAX_NAME) {
      throw error(
          quote(newName)
              + " is no name of Kubernetes; accepted: lower-case letters, digits, \"-\" and \".\"");
    }
    boolean isTaken =
        name.kind() == Name.Kind.VOLUME
            ? analysis.names().hasVolume(newName)
            : analysis.names().given(name.kind(), name.scope()).contains(newName);
    if (isTaken && !newName.equals(name.text())) {
      throw error("there is already a " + name.kind().word() + " " + quote(newName));
    }
  }

  private static ResponseErrorException error(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed.getValue(), message, null));
  }
}
