package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Related;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.Writer;

/** Findings for programs, in the form that schemas/report.v1.schema.json describes. */
final class JsonReporter implements Reporter {
  /** The version of the form. Additions don't change it. */
  private static final int VERSION = 1;

  private final String fairlead;

  /** {@code fairlead} is the version of the program. */
  JsonReporter(String fairlead) {
    this.fairlead = fairlead;
  }

  @Override
  public void print(Report report, Writer out) throws IOException {
    Json.print(
        out,
        json -> {
          json.number("version", VERSION);
          json.text("fairlead", fairlead);
          json.number("errors", report.errors());
          json.number("warnings", report.warnings());
          json.texts("files", report.files());
          json.objects("findings", report.findings(), finding -> finding(json, finding));
          if (report.notShown() > 0) {
            json.number("notShown", report.notShown());
          }
        });
  }

  private static void finding(Json json, Diagnostic finding) {
    json.text("code", finding.code().slug());
    json.text("severity", finding.severity().word());
    json.text("message", finding.message());
    finding.hint().ifPresent(hint -> json.text("hint", hint));
    file(json, finding.span());
    finding.label().ifPresent(label -> json.text("label", label));
    if (!finding.related().isEmpty()) {
      json.objects("related", finding.related(), related -> related(json, related));
    }
    finding.proposal().ifPresent(p -> json.object("proposal", () -> proposal(json, p)));
  }

  private static void related(Json json, Related related) {
    file(json, related.span());
    json.text("label", related.label());
  }

  private static void file(Json json, Span span) {
    json.text("file", span.file().name());
    if (!span.isWholeFile()) {
      place(json, span);
    }
  }

  private static void proposal(Json json, Proposal proposal) {
    place(json, proposal.span());
    json.text("text", proposal.text());
  }

  private static void place(Json json, Span span) {
    json.number("line", span.line());
    json.number("column", span.column());
    json.number("endLine", span.endLine());
    json.number("endColumn", span.endColumn());
  }
}
