package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings of a call.
 *
 * @param files the names of all checked files, including those without findings
 * @param findings the findings in reporting order
 */
public record Report(List<String> files, List<Diagnostic> findings) {

  /** A report of all files that were checked or have a finding. Each file is listed once. */
  public static Report of(List<String> judged, List<Diagnostic> findings) {
    Set<String> files = new LinkedHashSet<>(judged);
    findings.forEach(finding -> files.add(finding.span().file().name()));
    return new Report(List.copyOf(files), findings);
  }

  /** The findings with a severity. */
  public List<Diagnostic> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** One report per file. */
  List<Report> byFile() {
    Map<String, List<Diagnostic>> found =
        findings.stream().collect(Collectors.groupingBy(f -> f.span().file().name()));
    return files.stream()
        .map(file -> new Report(List.of(file), found.getOrDefault(file, List.of())))
        .toList();
  }
}
