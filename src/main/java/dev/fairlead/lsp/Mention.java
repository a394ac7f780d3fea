package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Span;

/** A place where a name stands, or where it is made of another one. */
record Mention(Name name, Span span, Role role) {
  /** What a place does with a name. */
  enum Role {
    /** Gives the name. */
    DEFINES,
    /** Refers to what has the name. */
    REFERS,
    /** Gives a name that fairlead makes, such as that of a claim at {@code reserve: true}. */
    IMPLIES
  }

  /** Whether the word stands there as it is, perhaps in quotes. */
  boolean isWritten() {
    String written = span.text();
    return written.equals(name.text())
        || written.equals('"' + name.text() + '"')
        || written.equals("'" + name.text() + "'");
  }
}
