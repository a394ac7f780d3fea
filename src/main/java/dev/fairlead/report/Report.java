package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a call has to say.
 *
 * @param files the names of all files that were judged, those without a finding included
 * @param findings what was found, in the order to report it
 */
public record Report(List<String> files, List<Diagnostic> findings) {

  /** A report of all files that were judged or that have a finding, each named once. */
  public static Report of(List<String> judged, List<Diagnostic> findings) {
    Set<String> files = new LinkedHashSet<>(judged);
    findings.forEach(finding -> files.add(finding.span().file().name()));
    return new Report(List.copyOf(files), findings);
  }

  /** The findings of a severity. */
  public List<Diagnostic> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** A report of each file alone. */
  List<Report> byFile() {
    Map<String, List<Diagnostic>> found =
        findings.stream().collect(Collectors.groupingBy(f -> f.span().file().name()));
    return files.stream()
        .map(file -> new Report(List.of(file), found.getOrDefault(file, List.of())))
        .toList();
  }
}
