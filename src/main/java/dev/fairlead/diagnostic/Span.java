package dev.fairlead.diagnostic;

/**
 * A stretch of a source file. Lines and columns count from 1, columns in code points; the end is
 * exclusive. Line 0 stands for the file as a whole.
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn)
    implements Comparable<Span> {

  /** Orders by place within one file, and by name among files. */
  @Override
  public int compareTo(Span other) {
    int byFile = file.name().compareTo(other.file.name());
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** What stands there, as it is written; empty for the file as a whole. */
  public String text() {
    return line == 0
        ? ""
        : file.text().substring(file.offset(line, column), file.offset(endLine, endColumn));
  }

  /** Whether the other span begins inside this one. */
  public boolean contains(Span other) {
    boolean after = other.line > line || (other.line == line && other.column >= column);
    boolean before = other.line < endLine || (other.line == endLine && other.column < endColumn);
    return file == other.file && after && before;
  }

  /** {@code file:line:column}, the form that terminals and editors turn into a link. */
  @Override
  public String toString() {
    return file.show(this);
  }
}
