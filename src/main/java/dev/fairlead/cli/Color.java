package dev.fairlead.cli;

import java.util.Map;

/** When reports are coloured; see <a href="https://no-color.org">no-color.org</a>. */
enum Color {
  AUTO,
  ALWAYS,
  NEVER;

  /** Whether to colour what goes to a stream. */
  boolean on(boolean terminal, Map<String, String> environment) {
    boolean unwanted =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return this == ALWAYS || (this == AUTO && terminal && !unwanted);
  }
}
