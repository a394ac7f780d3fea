package dev.fairlead.plan;

import java.util.Locale;

/** What becomes of an object. */
public enum Verdict {
  /** It stays as it is. */
  KEEP,
  /** It is made. */
  CREATE,
  /** Some of its fields change. */
  PATCH,
  /** It is deleted, and it or its successor is made anew. */
  REPLACE,
  /** What the spec says can't be reached safely. */
  BLOCKED;

  /** The word in all outputs, such as {@code keep}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
