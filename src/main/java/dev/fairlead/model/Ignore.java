package dev.fairlead.model;

import dev.fairlead.diagnostic.Span;

/** The code of a warning to silence; {@code inherited} if it comes from the spec's defaults. */
public record Ignore(String code, Span span, boolean inherited) {
  /** The annotation that holds the codes in a manifest. */
  public static final String ANNOTATION = "fairlead.dev/ignore";
}
