package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Related;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.Writer;

/**
 * Findings as annotations of a GitHub workflow. See <a
 * href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow
 * commands</a>.
 */
final class GithubReporter implements Reporter {
  private static final String LINE_END = "%0A";

  @Override
  public void print(Report report, Writer out) throws IOException {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> append(text, finding));
    if (report.notShown() > 0) {
      text.append("::notice::").append(report.andMore()).append('\n');
    }
    out.write(text.toString());
    out.flush();
  }

  private static void append(StringBuilder out, Diagnostic finding) {
    Span span = finding.span();
    out.append("::").append(finding.severity().word());
    out.append(" file=").append(property(span.file().name()));
    if (!span.isWholeFile()) {
      out.append(",line=").append(span.line()).append(",col=").append(span.column());
      // The end column is inclusive, and only annotations on a single line may have it.
      if (span.endLine() == span.line() && span.endColumn() > span.column()) {
        out.append(",endLine=").append(span.endLine());
        out.append(",endColumn=").append(span.endColumn() - 1);
      }
    }
    out.append(",title=").append(property(finding.code().slug())).append("::");
    // The log shows only the message, so the message repeats the position.
    out.append(data(span + ": " + finding.message() + " [" + finding.code().slug() + "]"));
    for (Related related : finding.related()) {
      out.append(LINE_END).append(data(related.span() + ": " + related.label()));
    }
    finding.hint().ifPresent(hint -> out.append(LINE_END).append(data("hint: " + hint)));
    out.append('\n');
  }

  private static String data(String text) {
    return encoded(Quote.visible(text));
  }

  /** GitHub knows a file by its name, so its line ends stay. */
  private static String property(String text) {
    return Quote.visible(encoded(text)).replace(":", "%3A").replace(",", "%2C");
  }

  private static String encoded(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", LINE_END);
  }
}
