package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings of a call.
 *
 * @param files the names of all checked files, including those without findings
 * @param findings the findings that are shown, in reporting order
 * @param errors how many errors there are
 * @param warnings how many warnings there are
 */
public record Report(List<String> files, List<Diagnostic> findings, int errors, int warnings) {
  /** So many findings are shown. Nobody reads more, and a short file can have a million. */
  static final int MOST = 1000;

  /**
   * A report of all files that were checked or have a finding. Each file is listed once. If there
   * are too many findings, errors are shown before warnings, and one error of each file always is.
   */
  public static Report of(List<String> judged, List<Diagnostic> findings) {
    Set<String> files = new LinkedHashSet<>(judged);
    findings.forEach(finding -> files.add(finding.span().file().name()));
    int errors = 0;
    for (Diagnostic finding : findings) {
      errors += isError(finding) ? 1 : 0;
    }
    List<Diagnostic> shown = findings.size() <= MOST ? findings : first(findings, errors);
    return new Report(List.copyOf(files), shown, errors, findings.size() - errors);
  }

  private static List<Diagnostic> first(List<Diagnostic> findings, int errors) {
    List<Diagnostic> shown = new ArrayList<>(MOST);
    Set<String> failed = new HashSet<>();
    int errorsLeft = MOST;
    int warningsLeft = MOST - Math.min(MOST, errors);
    for (Diagnostic finding : findings) {
      boolean first = isError(finding) && failed.add(finding.span().file().name());
      if (first || (isError(finding) ? errorsLeft > 0 : warningsLeft > 0)) {
        shown.add(finding);
        errorsLeft -= isError(finding) ? 1 : 0;
        warningsLeft -= isError(finding) ? 0 : 1;
      }
    }
    return shown;
  }

  private static boolean isError(Diagnostic finding) {
    return finding.severity() == Severity.ERROR;
  }

  /** How many findings are not shown. */
  public int notShown() {
    return errors + warnings - findings.size();
  }

  /** How many findings are not shown, in words. */
  String andMore() {
    return "and " + notShown() + " more findings, which are not shown";
  }

  /** The shown findings with a severity. */
  public List<Diagnostic> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** One report per file. */
  List<Report> byFile() {
    Map<String, List<Diagnostic>> found =
        findings.stream().collect(Collectors.groupingBy(f -> f.span().file().name()));
    return files.stream()
        .map(file -> Report.of(List.of(file), found.getOrDefault(file, List.of())))
        .toList();
  }
}
