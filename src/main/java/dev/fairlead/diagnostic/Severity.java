package dev.fairlead.diagnostic;

import java.util.Locale;

/** The severity of a finding. */
public enum Severity {
  /** The API server would reject the result, or it would never bind or start. */
  ERROR,
  /** It works, but is probably not intended. */
  WARNING;

  /** The word used in reports: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
