package dev.fairlead.report;

import java.util.Map;

/** When reports are coloured; see <a href="https://no-color.org">no-color.org</a>. */
public enum Color {
  /** On a terminal, unless the environment says otherwise. */
  AUTO,
  /** Into files and pipes too. */
  ALWAYS,
  /** Plain text. */
  NEVER;

  /** Whether to colour what goes to a stream. */
  public boolean on(boolean terminal, Map<String, String> environment) {
    boolean unwanted =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return this == ALWAYS || (this == AUTO && terminal && !unwanted);
  }
}
