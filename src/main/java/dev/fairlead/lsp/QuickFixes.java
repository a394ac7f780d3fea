package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.fix.Fixer;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The changes that findings propose, and explanations of their codes. */
final class QuickFixes {
  /** The kind of the action that fixes all that is clear in a file. */
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".fairlead";

  private final Fixer fixer = new Fixer(new Transpiler());

  /** The actions for the findings in a range of a file; {@code only} may limit their kinds. */
  List<CodeAction> in(
      Analysis analysis, SourceFile file, String uri, Range range, Optional<List<String>> only) {
    List<CodeAction> actions = new ArrayList<>();
    Set<String> codes = new LinkedHashSet<>();
    if (isWanted(CodeActionKind.QuickFix, only)) {
      int start = Places.offset(file, range.getStart());
      int end = Places.offset(file, range.getEnd());
      for (Diagnostic finding : analysis.findings(file.name())) {
        if (finding.span().start() <= end && finding.span().end() >= start) {
          finding.proposal().ifPresent(proposal -> actions.add(fix(finding, proposal, uri)));
          codes.add(finding.code().slug());
        }
      }
      codes.forEach(code -> actions.add(explain(code)));
    }
    boolean canFix =
        analysis.findings(file.name()).stream().anyMatch(f -> f.proposal().isPresent());
    if (canFix && isWanted(FIX_ALL, only)) {
      fixAll(file, uri).ifPresent(actions::add);
    }
    return actions;
  }

  private static boolean isWanted(String kind, Optional<List<String>> only) {
    return only.isEmpty()
        || only.get().stream().anyMatch(wanted -> (kind + ".").startsWith(wanted + "."));
  }

  private static CodeAction fix(Diagnostic finding, Proposal proposal, String uri) {
    String before = proposal.span().text();
    CodeAction action =
        new CodeAction(
            before.isEmpty()
                ? "Insert " + proposal.text().strip()
                : "Change " + before + " to " + proposal.text());
    action.setKind(CodeActionKind.QuickFix);
    action.setIsPreferred(true);
    action.setDiagnostics(List.of(Published.plain(finding)));
    TextEdit edit = new TextEdit(Places.range(proposal.span()), proposal.text());
    action.setEdit(new WorkspaceEdit(Map.of(uri, List.of(edit))));
    return action;
  }

  private static CodeAction explain(String code) {
    CodeAction action = new CodeAction("Explain " + code);
    action.setKind(CodeActionKind.QuickFix);
    action.setCommand(new Command(action.getTitle(), ExplainedCodes.COMMAND, List.of(code)));
    return action;
  }

  private Optional<CodeAction> fixAll(SourceFile file, String uri) {
    SpecInput input = new SpecInput(file.name(), file.text().getBytes(StandardCharsets.UTF_8));
    Fixer.Fixed fixed = fixer.fix(input);
    if (fixed.changes().isEmpty()) {
      return Optional.empty();
    }
    int count = fixed.changes().size();
    CodeAction action = new CodeAction("Fix all clear mistakes in this file (" + count + ")");
    action.setKind(FIX_ALL);
    String text = new String(fixed.input().bytes(), StandardCharsets.UTF_8);
    TextEdit edit = new TextEdit(Places.whole(file), text);
    action.setEdit(new WorkspaceEdit(Map.of(uri, List.of(edit))));
    return Optional.of(action);
  }
}
