package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Severity;
import java.util.List;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;

/** Findings as editors show them. */
final class Published {
  private Published() {}

  /** The findings of a file, with their other places. */
  static List<org.eclipse.lsp4j.Diagnostic> of(List<Diagnostic> findings, Workspace workspace) {
    return findings.stream().map(finding -> of(finding, workspace)).toList();
  }

  private static org.eclipse.lsp4j.Diagnostic of(Diagnostic finding, Workspace workspace) {
    org.eclipse.lsp4j.Diagnostic shown = plain(finding);
    if (!finding.related().isEmpty()) {
      shown.setRelatedInformation(
          finding.related().stream()
              .map(
                  related ->
                      new DiagnosticRelatedInformation(
                          new Location(
                              workspace.uri(related.span().file().name()),
                              Places.range(related.span())),
                          Quote.visible(related.label())))
              .toList());
    }
    return shown;
  }

  /** A finding without its other places. */
  static org.eclipse.lsp4j.Diagnostic plain(Diagnostic finding) {
    String hint = finding.hint().map(text -> "\nhint: " + Quote.visible(text)).orElse("");
    org.eclipse.lsp4j.Diagnostic shown =
        new org.eclipse.lsp4j.Diagnostic(
            Places.range(finding.span()),
            Quote.visible(finding.message()) + hint,
            finding.severity() == Severity.ERROR
                ? DiagnosticSeverity.Error
                : DiagnosticSeverity.Warning,
            "fairlead");
    shown.setCode(finding.code().slug());
    return shown;
  }
}
