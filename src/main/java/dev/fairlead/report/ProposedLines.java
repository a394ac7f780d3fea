package dev.fairlead.report;

import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;

/** The lines that a proposal changes, before and after, as in a diff. */
final class ProposedLines {
  private ProposedLines() {}

  /** Nothing if a line is too long to be read. */
  static void append(StringBuilder out, Proposal proposal, Paint paint) {
    Span span = proposal.span();
    if (!Excerpt.exists(span) || span.line() != span.endLine()) {
      return;
    }
    SourceFile file = span.file();
    String line = file.line(span.line()).stripTrailing();
    int from = span.start() - file.startOfLine(span.start());
    int to = Math.min(line.length(), from + span.end() - span.start());
    String after = line.substring(0, from) + proposal.text() + line.substring(to);
    if (Math.max(line.length(), after.length()) > Excerpt.WIDEST) {
      return;
    }
    String number = "  " + span.line();
    out.append("  fix:\n");
    out.append(paint.removed(number + " - " + Excerpt.printable(line))).append('\n');
    for (String row : after.split("\n", -1)) {
      out.append(paint.added(number + " + " + Excerpt.printable(row))).append('\n');
    }
  }
}
