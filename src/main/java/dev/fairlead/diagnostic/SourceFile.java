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

  /** The text of a line (from 1) without its line end; empty where there is no such line. */
  public String line(int number) {
    int[] starts = lineStarts();
    if (number < 1 || number > starts.length) {
      return "";
    }
    int start = starts[number - 1];
    int end = number == starts.length ? text.length() : starts[number];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The line (from 1) that an offset of the text stands in. */
  int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column (from 1, in code points) of an offset of the text in its line. */
  int columnAt(int offset) {
    return text.codePointCount(lineStarts()[lineAt(offset) - 1], offset) + 1;
  }

  /** Where the line of an offset begins. */
  public int startOfLine(int offset) {
    return lineStarts()[lineAt(offset) - 1];
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

  /** A span that covers nothing, at the beginning of the file. */
  public Span start() {
    return new Span(this, 0, 0);
  }

  /** A span for what concerns the file as a whole. */
  public Span whole() {
    return new Span(this, Span.WHOLE_FILE, Span.WHOLE_FILE);
  }

  /** The span of the character at an offset of the text; an empty one at the end of a line. */
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
