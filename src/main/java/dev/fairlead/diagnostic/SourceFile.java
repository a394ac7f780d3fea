package dev.fairlead.diagnostic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file as it is shown in messages: its name as the user gave it and its decoded text. Lines end
 * at LF, CR or CRLF, as in YAML 1.2; columns count code points.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final Optional<Locator> locator;
  // Most files never have a finding, so lines are only looked for when one is shown.
  private int[] lineStarts;

  /** {@code text} is the whole file without a byte order mark. */
  public SourceFile(String name, String text) {
    this(name, text, Optional.empty());
  }

  /** A text that only passes through: its lines mean nothing to the user. */
  public SourceFile(String name, String text, Locator locator) {
    this(name, text, Optional.of(locator));
  }

  private SourceFile(String name, String text, Optional<Locator> locator) {
    this.name = name;
    this.text = text;
    this.locator = locator;
  }

  /** The same file with another text. */
  public SourceFile withText(String other) {
    return new SourceFile(name, other, locator);
  }

  /** Names places where lines can't. */
  public interface Locator {
    /** The place as the user knows it, such as a file or object with a field path. */
    String show(Span span);
  }

  /** Whether lines and columns are those of a file that the user has. */
  public boolean hasLines() {
    return locator.isEmpty();
  }

  /** A place in this file, in the form that messages show. */
  String show(Span span) {
    if (locator.isPresent()) {
      return locator.get().show(span);
    }
    return span.line() == 0 ? name : name + ":" + span.line() + ":" + span.column();
  }

  /** The name as given on the command line; {@code <stdin>} for standard input. */
  public String name() {
    return name;
  }

  /** The decoded text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** The text of a line (from 1) without its line end; empty where there is no such line. */
  public String line(int number) {
    int length = lineLength(number);
    return length == 0
        ? ""
        : text.substring(lineStarts[number - 1], lineStarts[number - 1] + length);
  }

  /** How many chars a line (from 1) has without its line end; 0 where there is no such line. */
  public int lineLength(int number) {
    if (lineStarts == null) {
      lineStarts = findLineStarts();
    }
    if (number < 1 || number > lineStarts.length) {
      return 0;
    }
    int start = lineStarts[number - 1];
    int end = number == lineStarts.length ? text.length() : lineStarts[number];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end - start;
  }

  /** The index in the text of a line and a column (from 1); the end of a line that is shorter. */
  public int offset(int line, int column) {
    int end = lineLength(line) + lineStarts[line - 1];
    int offset = lineStarts[line - 1];
    for (int i = 1; i < column && offset < end; i++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }

  /** The span of the character at an index of the text. */
  public Span character(int index) {
    if (lineStarts == null) {
      lineStarts = findLineStarts();
    }
    int found = Arrays.binarySearch(lineStarts, index);
    int line = found >= 0 ? found : -found - 2;
    int column = text.codePointCount(lineStarts[line], index) + 1;
    return new Span(this, line + 1, column, line + 1, column + 1);
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

  /** A span that covers nothing but the first column of the file. */
  public Span start() {
    return new Span(this, 1, 1, 1, 1);
  }

  /** A span for what concerns the file as a whole: line and column are 0. */
  public Span whole() {
    return new Span(this, 0, 0, 0, 0);
  }

  @Override
  public String toString() {
    return name;
  }
}
