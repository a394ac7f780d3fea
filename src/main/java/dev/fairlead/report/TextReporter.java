package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Prints findings for people: message, source line, caret, hint. */
public final class TextReporter implements Reporter {
  private static final int LONGEST_LINE = 20_000;

  private final boolean color;

  /** A reporter with or without colors. */
  public TextReporter(boolean color) {
    this.color = color;
  }

  @Override
  public void print(Report report, Writer out) throws IOException {
    out.write(text(report.findings()));
    if (report.notShown() > 0) {
      out.write(report.andMore() + "\n");
    }
    out.flush();
  }

  /** The findings in the given order. */
  String text(List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> append(text, finding));
    return text.toString();
  }

  private void append(StringBuilder out, Diagnostic finding) {
    boolean error = finding.severity() == Severity.ERROR;
    out.append(paint("1", Quote.visible(finding.span().toString()))).append(": ");
    out.append(paint(error ? "1;31" : "1;33", finding.severity().word() + ":")).append(' ');
    out.append(Quote.visible(finding.message())).append(' ');
    out.append(paint("2", "[" + finding.code().slug() + "]")).append('\n');
    appendExcerpt(out, finding.span());
    finding
        .hint()
        .ifPresent(hint -> out.append("  hint: ").append(Quote.visible(hint)).append('\n'));
  }

  private void appendExcerpt(StringBuilder out, Span span) {
    // A line may be as long as a whole file, and then even a copy of it takes too long.
    int length = span.file().lineLength(span.line());
    if (length == 0 || length > LONGEST_LINE || !span.file().hasLines()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(span);
    String gutter = String.valueOf(span.line());
    out.append("  ").append(paint("2", gutter + " | ")).append(excerpt.line()).append('\n');
    out.append("  ").append(" ".repeat(gutter.length())).append(paint("2", " | "));
    out.append(excerpt.before()).append(paint("1;32", excerpt.marks())).append('\n');
  }

  private String paint(String style, String text) {
    return color ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }
}
