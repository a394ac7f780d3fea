package dev.fairlead.report;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Findings for code scanners. See <a
 * href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>.
 */
final class SarifReporter implements Reporter {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final String fairlead;
  private final Explanations explanations = new Explanations();

  /** {@code fairlead} is the version of the program. */
  SarifReporter(String fairlead) {
    this.fairlead = fairlead;
  }

  @Override
  public void print(Report report, Writer out) throws IOException {
    Json.print(
        out,
        json -> {
          json.text("$schema", SCHEMA);
          json.text("version", "2.1.0");
          json.single("runs", () -> run(json, report));
        });
  }

  private void run(Json json, Report report) {
    List<Code> rules =
        report.findings().stream().map(Diagnostic::code).distinct().sorted().toList();
    json.object("tool", () -> json.object("driver", () -> driver(json, rules)));
    json.text("columnKind", "unicodeCodePoints");
    json.objects(
        "artifacts", report.files(), file -> json.object("location", () -> uri(json, file)));
    json.objects(
        "results",
        report.findings(),
        finding -> result(json, finding, rules.indexOf(finding.code())));
    if (report.notShown() > 0) {
      json.single("invocations", () -> leftOut(json, report));
    }
  }

  private static void leftOut(Json json, Report report) {
    json.bool("executionSuccessful", true);
    json.single(
        "toolExecutionNotifications",
        () -> {
          json.text("level", "note");
          json.object("message", () -> json.text("text", report.andMore()));
        });
  }

  private void driver(Json json, List<Code> rules) {
    json.text("name", "fairlead");
    json.text("version", fairlead);
    json.objects("rules", rules, code -> rule(json, code));
  }

  private void rule(Json json, Code code) {
    json.text("id", code.slug());
    json.object("shortDescription", () -> json.text("text", explanations.summary(code)));
    json.object(
        "help",
        () -> {
          json.text("text", explanations.text(code));
          json.text("markdown", explanations.text(code));
        });
    json.object("defaultConfiguration", () -> json.text("level", code.severity().word()));
  }

  private static void result(Json json, Diagnostic finding, int rule) {
    Span span = finding.span();
    String hint = finding.hint().map(text -> "\nhint: " + text).orElse("");
    json.text("ruleId", finding.code().slug());
    json.number("ruleIndex", rule);
    json.text("level", finding.severity().word());
    json.object("message", () -> json.text("text", finding.message() + hint));
    json.single("locations", () -> location(json, span, finding.label()));
    if (!finding.related().isEmpty()) {
      json.objects(
          "relatedLocations",
          finding.related(),
          related -> location(json, related.span(), Optional.of(related.label())));
    }
    finding.proposal().ifPresent(p -> json.single("fixes", () -> fix(json, p)));
  }

  private static void location(Json json, Span span, Optional<String> label) {
    json.object(
        "physicalLocation",
        () -> {
          artifact(json, span);
          if (!span.isWholeFile()) {
            json.object("region", () -> region(json, span));
          }
        });
    label.ifPresent(text -> json.object("message", () -> json.text("text", text)));
  }

  private static void fix(Json json, Proposal proposal) {
    Span span = proposal.span();
    String description = "replace " + span.text() + " by " + proposal.text();
    json.object("description", () -> json.text("text", Quote.visible(description)));
    json.single(
        "artifactChanges",
        () -> {
          artifact(json, span);
          json.single(
              "replacements",
              () -> {
                json.object("deletedRegion", () -> region(json, span));
                json.object("insertedContent", () -> json.text("text", proposal.text()));
              });
        });
  }

  private static void artifact(Json json, Span span) {
    json.object("artifactLocation", () -> uri(json, span.file().name()));
  }

  private static void uri(Json json, String file) {
    json.text("uri", FileUri.of(file));
  }

  private static void region(Json json, Span span) {
    json.number("startLine", span.line());
    json.number("startColumn", span.column());
    json.number("endLine", span.endLine());
    json.number("endColumn", span.endColumn());
  }
}
