package dev.fairlead.report;

import java.util.Map;

/** When reports are colored. See <a href="https://no-color.org">no-color.org</a>. */
public enum Color {
  /** On a terminal, unless environment variables forbid it. */
  AUTO,
  /** Always, even in files and pipes. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** Whether to color the output to a stream. */
  public boolean on(boolean terminal, Map<String, String> environment) {
    boolean unwanted =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return this == ALWAYS || (this == AUTO && terminal && !unwanted);
  }
}
