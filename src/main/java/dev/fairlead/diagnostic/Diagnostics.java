package dev.fairlead.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one list that every room adds its findings to. It also decides what only follows from an
 * earlier error, and so is not worth reporting.
 */
public final class Diagnostics {
  private final List<Diagnostic> findings = new ArrayList<>();
  private final NavigableSet<Span> errors = new TreeSet<>();

  /** Fields that a misspelt key of a mapping was meant to be, by where the mapping stands. */
  private final Map<Span, Set<String>> misspelt = new HashMap<>();

  /** Adds a finding. */
  public void add(Diagnostic finding) {
    findings.add(finding);
    if (finding.severity() == Severity.ERROR) {
      errors.add(finding.span());
    }
  }

  /** Adds a finding of the code's own severity. */
  public void add(Code code, Span span, String message) {
    add(Diagnostic.of(code, span, message));
  }

  /** Adds a finding of the code's own severity, with something to do about it. */
  public void add(Code code, Span span, String message, String hint) {
    add(Diagnostic.of(code, span, message).withHint(hint));
  }

  /** Adds a finding, unless it only follows from an error that begins at the same place. */
  public void addUnlessReported(Diagnostic finding) {
    if (!hasErrorAt(finding.span())) {
      add(finding);
    }
  }

  /** Remembers that an unknown key of the mapping at a place was likely meant to be a field. */
  public void explain(Span mapping, String field) {
    misspelt.computeIfAbsent(mapping, place -> new HashSet<>()).add(field);
  }

  /** Whether a field is missing from the mapping at a place only because its key is misspelt. */
  public boolean isExplained(Span mapping, String field) {
    return misspelt.getOrDefault(mapping, Set.of()).contains(field);
  }

  /** How many findings there are. */
  public int count() {
    return findings.size();
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** Whether an error begins where the span does: what comes after it only follows from it. */
  public boolean hasErrorAt(Span span) {
    return errors.contains(span);
  }

  /** Whether any error begins within the span. */
  public boolean hasErrorWithin(Span span) {
    Span next = errors.ceiling(span);
    return next != null && span.contains(next);
  }

  /** Whether any finding in the file is an error. */
  public boolean hasErrorsIn(SourceFile file) {
    Span next = errors.ceiling(file.start());
    return next != null && next.file() == file;
  }

  /** All findings without repetition, sorted by file, line and column. */
  public List<Diagnostic> sorted() {
    return findings.stream().distinct().sorted((a, b) -> a.span().compareTo(b.span())).toList();
  }
}
