package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Prints findings for people: message, lines with marks, the change that fixes it, hint. */
public final class TextReporter implements Reporter {
  private static final String HINT = "  hint:";
  private static final int INDENT = 4;

  private final boolean color;
  private final int width;

  /** A reporter with or without colors. */
  public TextReporter(boolean color) {
    this(color, 0);
  }

  /** A reporter for a terminal of so many columns; 0 if lines are never broken. */
  TextReporter(boolean color, int width) {
    this.color = color;
    this.width = width;
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
    for (Diagnostic finding : findings) {
      append(text, finding);
    }
    return text.toString();
  }

  private void append(StringBuilder out, Diagnostic finding) {
    Paint paint = new Paint(color);
    Wrap wrap = new Wrap(width);
    String place = Quote.visible(finding.span().toString());
    String severity = finding.severity().word() + ":";
    String code = "[" + finding.code().slug() + "]";
    int column = DisplayWidth.of(place + ": " + severity);
    String words = wrap.after(column, Quote.visible(finding.message()) + " " + code, INDENT);
    boolean error = finding.severity() == Severity.ERROR;
    out.append(paint.place(place)).append(": ");
    out.append(error ? paint.error(severity) : paint.warning(severity));
    // The code is one word, so it is never broken.
    out.append(words, 0, words.length() - code.length()).append(paint.faint(code)).append('\n');
    new Excerpts(out, paint).append(finding);
    if (finding.hint().isPresent()) {
      String hint = Quote.visible(finding.hint().get());
      out.append(HINT).append(wrap.after(HINT.length(), hint, HINT.length() + 1)).append('\n');
    }
    if (finding.proposal().isPresent()) {
      ProposedLines.append(out, finding.proposal().get(), paint);
    }
  }
}
