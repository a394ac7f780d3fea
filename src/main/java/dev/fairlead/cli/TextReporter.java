package dev.fairlead.cli;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Prints findings for people: message, source line, caret, hint. */
final class TextReporter {
  private static final int WIDEST = 160;

  private final boolean color;

  TextReporter(boolean color) {
    this.color = color;
  }

  void print(List<Diagnostic> findings, Writer out) throws IOException {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> append(text, finding));
    out.write(text.toString());
    out.flush();
  }

  private void append(StringBuilder out, Diagnostic finding) {
    boolean error = finding.severity() == Severity.ERROR;
    out.append(paint("1", finding.span().toString())).append(": ");
    out.append(paint(error ? "1;31" : "1;33", finding.severity().word() + ":")).append(' ');
    out.append(finding.message()).append(' ');
    out.append(paint("2", "[" + finding.code().slug() + "]")).append('\n');
    appendExcerpt(out, finding.span());
    finding.hint().ifPresent(hint -> out.append("  hint: ").append(hint).append('\n'));
  }

  private void appendExcerpt(StringBuilder out, Span span) {
    String line = span.file().line(span.line());
    if (line.isEmpty()) {
      return;
    }
    int from = line.offsetByCodePoints(0, Math.min(span.column() - 1, codePoints(line)));
    int to = line.length();
    if (span.endLine() == span.line()) {
      to = line.offsetByCodePoints(0, Math.min(span.endColumn() - 1, codePoints(line)));
    }
    // A line as long as a file, such as JSON without line ends, is shown around the place only.
    int begin = from > WIDEST ? line.offsetByCodePoints(from, -40) : 0;
    int end =
        codePoints(line.substring(begin)) > WIDEST
            ? line.offsetByCodePoints(begin, WIDEST)
            : line.length();
    String gutter = String.valueOf(span.line());
    String shown = Quote.visible(line.substring(begin, end).stripTrailing());
    out.append("  ")
        .append(paint("2", gutter + " | "))
        .append(shown.replace("\\t", "\t"))
        .append('\n');
    String before = blank(line.substring(begin, Math.min(from, end)));
    String covered =
        line.substring(Math.min(from, end), Math.max(Math.min(to, end), Math.min(from, end)));
    int tail = Math.max(0, width(covered.stripTrailing()) - 1);
    String caret = paint("1;32", "^" + "~".repeat(tail));
    out.append("  ").append(" ".repeat(gutter.length())).append(paint("2", " | "));
    out.append(before).append(caret).append('\n');
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Blanks as wide as the text, with its tabs kept, so that the caret stands below. */
  private static String blank(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              out.append(c == '\t' ? "\t" : " ".repeat(width(one)));
            });
    return out.toString();
  }

  private static int width(String text) {
    int width = 0;
    String visible = Quote.visible(text);
    for (int i = 0; i < visible.length(); ) {
      int c = visible.codePointAt(i);
      width += DisplayWidth.of(c);
      i += Character.charCount(c);
    }
    return width;
  }

  private String paint(String style, String text) {
    return color ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }
}
