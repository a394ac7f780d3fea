package dev.fairlead.diagnostic;

import java.util.Locale;

/** How much a finding matters. There is no third severity. */
public enum Severity {
  /** The API server would reject the result, or it would never bind or start. */
  ERROR,
  /** It works, but is likely not what was meant. */
  WARNING;

  /** The word that stands in reports: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
