package dev.fairlead.diagnostic;

/**
 * A range of a source file as offsets of chars in its text; the end is exclusive. Lines and columns
 * are computed on demand and count from 1, columns in code points.
 */
public record Span(SourceFile file, int start, int end) implements Comparable<Span> {
  /** The start and end of a span for the file as a whole. */
  static final int WHOLE_FILE = -1;

  /** Whether it is the file as a whole, which has neither line nor column. */
  public boolean isWholeFile() {
    return start == WHOLE_FILE;
  }

  /** The line in which it begins; 0 for the file as a whole. */
  public int line() {
    return isWholeFile() ? 0 : file.lineAt(start);
  }

  /** The column at which it begins; 0 for the file as a whole. */
  public int column() {
    return isWholeFile() ? 0 : file.columnAt(start);
  }

  /** The line in which it ends; 0 for the file as a whole. */
  public int endLine() {
    return isWholeFile() ? 0 : file.lineAt(end);
  }

  /** The column after its last character; 0 for the file as a whole. */
  public int endColumn() {
    return isWholeFile() ? 0 : file.columnAt(end);
  }

  /** Orders by file name, then by start. */
  @Override
  public int compareTo(Span other) {
    int byFile = file == other.file ? 0 : file.name().compareTo(other.file.name());
    return byFile != 0 ? byFile : Integer.compare(start, other.start);
  }

  /** The text of the range; empty for the file as a whole. */
  public String text() {
    return isWholeFile() ? "" : file.text().substring(start, end);
  }

  /** Whether the other span begins inside this one. */
  public boolean contains(Span other) {
    return file == other.file && other.start >= start && other.start < end;
  }

  /** {@code file:line:column}, the form that terminals and editors turn into a link. */
  @Override
  public String toString() {
    return file.show(this);
  }
}
