package dev.fairlead.lsp;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places as the protocol counts them: lines and UTF-16 units from 0. */
final class Places {
  private Places() {}

  /** The range of a span; the start of the file for the file as a whole. */
  static Range range(Span span) {
    if (span.isWholeFile()) {
      return new Range(new Position(0, 0), new Position(0, 0));
    }
    return new Range(
        position(span.file(), span.start()),
        position(span.file(), Math.max(span.start(), span.end())));
  }

  /** The position of an offset. */
  static Position position(SourceFile file, int offset) {
    Span at = new Span(file, offset, offset);
    return new Position(at.line() - 1, offset - file.startOfLine(offset));
  }

  /** The offset of a position; the end of its line if the line is shorter. */
  static int offset(SourceFile file, Position position) {
    int line = position.getLine() + 1;
    return file.startOf(line) + Math.min(position.getCharacter(), file.lineLength(line));
  }

  /** The range of a whole text. */
  static Range whole(SourceFile file) {
    return new Range(new Position(0, 0), position(file, file.text().length()));
  }
}
