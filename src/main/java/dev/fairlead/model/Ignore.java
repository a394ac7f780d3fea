package dev.fairlead.model;

import dev.fairlead.diagnostic.Span;

/** A warning that is not to be reported; {@code inherited} if it comes from the spec's defaults. */
public record Ignore(String code, Span span, boolean inherited) {
  /** The annotation that carries the codes into the manifest. */
  public static final String ANNOTATION = "fairlead.dev/ignore";
}
