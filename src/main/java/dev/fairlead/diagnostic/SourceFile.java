package dev.fairlead.diagnostic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file as messages show it: its name as the user gave it, and its decoded text. Lines end with
 * LF, CR or CRLF, as in YAML 1.2. Columns count code points.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final Optional<Locator> locator;
  // Most files have no findings, so lines are computed only when one is shown.
  private int[] lineStarts;
  private int knownOffset = -1;
  private int knownColumn;

  /** A file that the user has; {@code text} is all of it without a byte order mark. */
  public SourceFile(String name, String text) {
    this(name, text, Optional.empty());
  }

  /** A text whose lines mean nothing to the user; the locator names places in it. */
  public SourceFile(String name, String text, Locator locator) {
    this(name, text, Optional.of(locator));
  }

  private SourceFile(String name, String text, Optional<Locator> locator) {
    this.name = name;
    this.text = text;
    this.locator = locator;
  }

  /** A file of the same name with another text. */
  public SourceFile withText(String other) {
    return new SourceFile(name, other, locator);
  }

  /** Names places in a text whose lines mean nothing to the user. */
  public interface Locator {
    /** The place as the user knows it, such as a file or object with a field path. */
    String show(Span span);
  }

  /** Whether the user has this file, so that its lines and columns mean something. */
  public boolean hasLines() {
    return locator.isEmpty();
  }

  /** A place in this file as messages show it. */
  String show(Span span) {
    if (locator.isPresent()) {
      return locator.get().show(span);
    }
    return span.isWholeFile() ? name : name + ":" + span.line() + ":" + span.column();
  }

  /** The name as given on the command line; {@code <stdin>} for standard input. */
  public String name() {
    return name;
  }

  /** The decoded text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** The text of a line (from 1) without its line end; empty if there is no such line. */
  public String line(int number) {
    int length = lineLength(number);
    if (length == 0) {
      return "";
    }
    int start = lineStarts()[number - 1];
    return text.substring(start, start + length);
  }

  /** The number of chars in a line (from 1) without its line end; 0 if there is no such line. */
  public int lineLength(int number) {
    int[] starts = lineStarts();
    if (number < 1 || number > starts.length) {
      return 0;
    }
    int start = starts[number - 1];
    int end = number == starts.length ? text.length() : starts[number];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end - start;
  }

  /** The line (from 1) of an offset in the text. */
  int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column (from 1, in code points) of an offset in the text. */
  int columnAt(int offset) {
    int start = startOfLine(offset);
    // Findings come in order, and a line may be as long as a whole file.
    boolean onward = knownOffset >= start && knownOffset <= offset;
    int from = onward ? knownOffset : start;
    knownColumn = text.codePointCount(from, offset) + (onward ? knownColumn : 1);
    knownOffset = offset;
    return knownColumn;
  }

  /** The offset at which the line of another offset begins. */
  public int startOfLine(int offset) {
    return lineStarts()[lineAt(offset) - 1];
  }

  /** The offset at which a line (from 1) begins; the end of the text if there is no such line. */
  public int startOf(int line) {
    return line > lineStarts().length ? text.length() : lineStarts()[Math.max(line, 1) - 1];
  }

  private int[] lineStarts() {
    if (lineStarts == null) {
      lineStarts = findLineStarts();
    }
    return lineStarts;
  }

  private int[] findLineStarts() {
    IntStream.Builder starts = IntStream.builder();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crBeforeLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !crBeforeLf)) {
        starts.add(i + 1);
      }
    }
    return starts.build().toArray();
  }

  /** An empty span at the beginning of the file. */
  public Span start() {
    return new Span(this, 0, 0);
  }

  /** A span for the file as a whole. */
  public Span whole() {
    return new Span(this, Span.WHOLE_FILE, Span.WHOLE_FILE);
  }

  /** The span of the character at an offset; empty at the end of a line. */
  public Span character(int offset) {
    boolean atEnd =
        offset >= text.length() || text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
    int end = atEnd ? offset : offset + Character.charCount(text.codePointAt(offset));
    return new Span(this, offset, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
