package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Related;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of a finding as code: the lines of each file, with marks and labels below them. */
final class Excerpts {
  private final StringBuilder out;
  private final Paint paint;

  Excerpts(StringBuilder out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  /** A place of a finding; {@code own} if it is that of the finding itself. */
  private record Place(Span span, String label, boolean own) {}

  void append(Diagnostic finding) {
    Map<SourceFile, List<Place>> files = new LinkedHashMap<>();
    List<Place> elsewhere = new ArrayList<>();
    if (Excerpt.exists(finding.span())) {
      add(new Place(finding.span(), finding.label().orElse(""), true), files);
    }
    for (Related related : finding.related()) {
      Place place = new Place(related.span(), related.label(), false);
      if (Excerpt.exists(related.span())) {
        add(place, files);
      } else {
        elsewhere.add(place);
      }
    }
    for (Map.Entry<SourceFile, List<Place>> file : files.entrySet()) {
      if (file.getKey() != finding.span().file()) {
        out.append("  ").append(paint.place(shown(file.getValue().get(0)))).append(":\n");
      }
      appendLines(file.getValue());
    }
    for (Place place : elsewhere) {
      out.append("  ").append(paint.place(shown(place))).append(": ");
      out.append(Quote.visible(place.label())).append('\n');
    }
  }

  private static void add(Place place, Map<SourceFile, List<Place>> files) {
    files.computeIfAbsent(place.span().file(), file -> new ArrayList<>()).add(place);
  }

  private static String shown(Place place) {
    return Quote.visible(place.span().toString());
  }

  /** A single line between two others is shown, because a gap would take as much room. */
  private void appendBetween(SourceFile file, int first, int end, int gutter) {
    if (end == first + 1 && file.lineLength(first) <= Excerpt.WIDEST) {
      appendLine(first, gutter, Excerpt.printable(file.line(first).stripTrailing()));
    } else {
      out.append("  ").append(" ".repeat(gutter + 1)).append(paint.faint("...")).append('\n');
    }
  }

  private void appendLine(int line, int gutter, String text) {
    String number = " ".repeat(gutter - String.valueOf(line).length()) + line;
    out.append("  ").append(paint.faint(number + " | ")).append(text).append('\n');
  }

  private void appendLines(List<Place> places) {
    places.sort((a, b) -> a.span().compareTo(b.span()));
    int last = places.get(places.size() - 1).span().line();
    int gutter = String.valueOf(last).length();
    int before = 0;
    String lineBefore = "";
    for (Place place : places) {
      int line = place.span().line();
      Excerpt excerpt = Excerpt.of(place.span(), place.own());
      if (before > 0 && line > before + 1) {
        appendBetween(place.span().file(), before + 1, line, gutter);
      }
      if (line != before || !excerpt.line().equals(lineBefore)) {
        appendLine(line, gutter, excerpt.line());
      }
      out.append("  ").append(" ".repeat(gutter)).append(paint.faint(" | "));
      out.append(excerpt.before());
      String label = Quote.visible(place.label());
      String marks = excerpt.marks() + (label.isEmpty() ? "" : " " + label);
      out.append(place.own() ? paint.mark(marks) : paint.related(marks)).append('\n');
      before = line;
      lineBefore = excerpt.line();
    }
  }
}
