package dev.fairlead.report;

/** The forms of a report. */
public enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs: docs/reports.md describes it. */
  JSON,
  /** For code scanning: SARIF 2.1.0. */
  SARIF,
  /** Annotations of a GitHub workflow. */
  GITHUB,
  /** For CI servers: a test for each file. */
  JUNIT;

  /** The reporter of this form; {@code color} is for people, {@code version} is fairlead's own. */
  public Reporter reporter(boolean color, String version) {
    return switch (this) {
      case TEXT -> new TextReporter(color);
      case JSON -> new JsonReporter(version);
      case SARIF -> new SarifReporter(version);
      case GITHUB -> new GithubReporter();
      case JUNIT -> new JunitReporter();
    };
  }
}
