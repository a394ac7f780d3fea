package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;

/**
 * A YAML value that knows its position: a mapping, a list or a scalar. Immutable. Large specs have
 * millions of them, so each is as small as possible.
 */
public abstract sealed class Tree permits Mapping, Sequence, Scalar {
  private final SourceFile file;
  private final int start;
  private final int end;

  Tree(SourceFile file, int start, int end) {
    this.file = file;
    this.start = start;
    this.end = end;
  }

  /** What to do with each kind of value. */
  public interface Cases<T> {
    /** The value is a mapping. */
    T mapping(Mapping mapping);

    /** The value is a list. */
    T sequence(Sequence sequence);

    /** The value is a scalar, which may be null. */
    T scalar(Scalar scalar);
  }

  /** What the case for this kind of value returns. */
  public abstract <T> T match(Cases<T> cases);

  /** Whether both have the same content. Positions and the order of keys do not count. */
  public abstract boolean isSame(Tree other);

  /** The file that contains the value. */
  public SourceFile file() {
    return file;
  }

  /** The offset of the first char in the text of the file. */
  public int start() {
    return start;
  }

  /** The offset after the last char in the text of the file. */
  public int end() {
    return end;
  }

  /** The position of the value. */
  public Span span() {
    return new Span(file, start, end);
  }

  /** Whether the value is {@code null} or missing after its key. */
  public boolean isNull() {
    return false;
  }

  /** Whether the value is a string. */
  public boolean isString() {
    return false;
  }
}
