package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;

/**
 * Where a node stood: its value and, in a mapping, its key. Lines and columns count from 1, columns
 * in code points; ends are exclusive. Numbers rather than spans, because every node has one.
 */
public record Place(
    SourceFile file,
    int line,
    int column,
    int endLine,
    int endColumn,
    int keyLine,
    int keyColumn,
    int keyEndColumn) {

  /** The place of a value that stands in a list or at the top of a document. */
  public static Place of(Span value) {
    return new Place(
        value.file(), value.line(), value.column(), value.endLine(), value.endColumn(), 0, 0, 0);
  }

  /** The same key with a value that stands elsewhere: where an alias is, and what it stands for. */
  public Place of(Place value) {
    return new Place(
        value.file,
        value.line,
        value.column,
        value.endLine,
        value.endColumn,
        keyLine,
        keyColumn,
        keyEndColumn);
  }

  /** The span of the value. */
  public Span value() {
    return new Span(file, line, column, endLine, endColumn);
  }

  /** The span of the key; that of the value where there is no key. */
  public Span key() {
    return keyLine == 0 ? value() : new Span(file, keyLine, keyColumn, keyLine, keyEndColumn);
  }
}
