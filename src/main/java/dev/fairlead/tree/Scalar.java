package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A string, a number, a boolean or null. */
public final class Scalar extends Tree {
  /** The JSON type of a scalar. A number is an INTEGER if it is written as a whole number. */
  public enum Kind {
    STRING,
    INTEGER,
    FRACTION,
    BOOLEAN,
    NULL
  }

  private final Kind kind;

  /** Null if the value is exactly the text in the file, as for most scalars. */
  private final String written;

  /**
   * A scalar in a file.
   *
   * @param written the content of a string, the digits of a number, the word of a boolean or null
   */
  public Scalar(Kind kind, String written, SourceFile file, int start, int end) {
    super(file, start, end);
    this.kind = kind;
    boolean inFile =
        end - start == written.length() && start >= 0 && file.text().startsWith(written, start);
    this.written = inFile ? null : written;
  }

  private static Scalar of(Kind kind, String written, Span span) {
    return new Scalar(kind, written, span.file(), span.start(), span.end());
  }

  /** A generated string with the given position. */
  public static Scalar string(String text, Span span) {
    return of(Kind.STRING, text, span);
  }

  /** A generated whole number with the given position. */
  public static Scalar integer(int number, Span span) {
    return of(Kind.INTEGER, Integer.toString(number), span);
  }

  /** A generated boolean with the given position. */
  public static Scalar bool(boolean value, Span span) {
    return of(Kind.BOOLEAN, Boolean.toString(value), span);
  }

  /** What kind of value it is. */
  public Kind kind() {
    return kind;
  }

  /**
   * The content of a string, the digits of a number, or the word of a boolean or null, as the user
   * wrote them.
   */
  public String written() {
    return written != null ? written : file().text().substring(start(), end());
  }

  /**
   * The content of a string. Other values are in the form that YAML 1.1, YAML 1.2 and JSON read
   * alike: a number has no plus sign and no exponent.
   */
  public String text() {
    return switch (kind) {
      case STRING -> written();
      case INTEGER -> digits(written());
      case FRACTION -> decimal().stripTrailingZeros().toPlainString();
      case BOOLEAN -> Boolean.toString(isTrue());
      case NULL -> "null";
    };
  }

  private static String digits(String number) {
    return number.startsWith("+") || number.startsWith("-0")
        ? new BigInteger(number).toString()
        : number;
  }

  @Override
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  @Override
  public boolean isString() {
    return kind == Kind.STRING;
  }

  /** Whether the value is a number. */
  public boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.FRACTION;
  }

  /** Whether the value is the boolean {@code true}. */
  public boolean isTrue() {
    return kind == Kind.BOOLEAN && written().charAt(0) != 'f' && written().charAt(0) != 'F';
  }

  /** Whether the value is the boolean {@code false}. */
  public boolean isFalse() {
    return kind == Kind.BOOLEAN && !isTrue();
  }

  /** The value of a number that is written as a whole number. */
  public BigInteger integer() {
    return new BigInteger(written());
  }

  /** The value of a number. The first call is slow, because JDK 25 computes tables for it. */
  public BigDecimal decimal() {
    return new BigDecimal(written());
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.scalar(this);
  }

  @Override
  public boolean isSame(Tree other) {
    return other instanceof Scalar scalar && scalar.kind == kind && scalar.text().equals(text());
  }
}
