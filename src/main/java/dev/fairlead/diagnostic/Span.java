package dev.fairlead.diagnostic;

/**
 * A stretch of a source file: offsets of chars in its text, the end exclusive. Lines and columns
 * are computed when somebody asks; they count from 1, columns in code points.
 */
public record Span(SourceFile file, int start, int end) implements Comparable<Span> {
  /** The start and end of a span that stands for the file as a whole. */
  static final int WHOLE_FILE = -1;

  /** Whether it stands for the file as a whole, which has neither line nor column. */
  public boolean isWholeFile() {
    return start == WHOLE_FILE;
  }

  /** The line that it begins in; 0 for the file as a whole. */
  public int line() {
    return isWholeFile() ? 0 : file.lineAt(start);
  }

  /** The column that it begins in; 0 for the file as a whole. */
  public int column() {
    return isWholeFile() ? 0 : file.columnAt(start);
  }

  /** The line that it ends in; 0 for the file as a whole. */
  public int endLine() {
    return isWholeFile() ? 0 : file.lineAt(end);
  }

  /** The column behind its end; 0 for the file as a whole. */
  public int endColumn() {
    return isWholeFile() ? 0 : file.columnAt(end);
  }

  /** Orders by place within one file, and by name among files. */
  @Override
  public int compareTo(Span other) {
    int byFile = file == other.file ? 0 : file.name().compareTo(other.file.name());
    return byFile != 0 ? byFile : Integer.compare(start, other.start);
  }

  /** What stands there, as it is written; empty for the file as a whole. */
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
