package dev.fairlead.report;

/** The formats of a report. */
public enum ReportFormat {
  /** Text for people. */
  TEXT,
  /** JSON for programs, described in docs/reports.md. */
  JSON,
  /** SARIF 2.1.0 for code scanners. */
  SARIF,
  /** Annotations for a GitHub workflow. */
  GITHUB,
  /** JUnit XML for CI servers: one test per file. */
  JUNIT;

  /**
   * The reporter for this format. {@code color} and the width of the terminal apply to text; the
   * width is 0 if there is no terminal. {@code version} is the version of fairlead.
   */
  public Reporter reporter(boolean color, int width, String version) {
    return switch (this) {
      case TEXT -> new TextReporter(color, width);
      case JSON -> new JsonReporter(version);
      case SARIF -> new SarifReporter(version);
      case GITHUB -> new GithubReporter();
      case JUNIT -> new JunitReporter();
    };
  }
}
