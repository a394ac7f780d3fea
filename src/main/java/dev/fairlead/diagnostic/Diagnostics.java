package dev.fairlead.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Collects the findings of a run. It also decides which findings only follow from an earlier error
 * and are not reported.
 */
public final class Diagnostics {
  private static final int MANY = 100;

  private final List<Diagnostic> findings = new ArrayList<>();
  private final NavigableSet<Span> errors = new TreeSet<>();

  /** Java's null as long as no text stands for many things. */
  private Repeats repeats;

  private boolean unread;

  /** The fields that misspelt keys were probably meant to be, by the span of their mapping. */
  private final Map<Span, Set<String>> misspelt = new HashMap<>();

  /** Findings that differ only in these names are added once, where they begin in this extent. */
  public void addOnce(Span extent, Set<String> names) {
    if (repeats == null) {
      repeats = new Repeats();
    }
    repeats.add(extent, names);
  }

  /** Adds a finding. */
  public void add(Diagnostic finding) {
    if (repeats != null && repeats.isRepeat(finding)) {
      return;
    }
    findings.add(finding);
    if (finding.severity() == Severity.ERROR) {
      errors.add(finding.span());
    }
  }

  /** Adds a finding of the code's own severity. */
  public void add(Code code, Span span, String message) {
    add(Diagnostic.of(code, span, message));
  }

  /** Adds a finding of the code's own severity, with a hint. */
  public void add(Code code, Span span, String message, String hint) {
    add(Diagnostic.of(code, span, message).withHint(hint));
  }

  /** Adds a finding, unless an error begins at the same place. */
  public void addUnlessReported(Diagnostic finding) {
    if (!hasErrorAt(finding.span())) {
      add(finding);
    }
  }

  /** Replaces each finding by one of the same place and severity, such as one with a hint. */
  public void reword(UnaryOperator<Diagnostic> words) {
    findings.replaceAll(words);
  }

  /** Records that an unknown key of this mapping was probably meant to be the field. */
  public void explain(Span mapping, String field) {
    misspelt.computeIfAbsent(mapping, place -> new HashSet<>()).add(field);
  }

  /** Whether this mapping probably has the field under a misspelt key. */
  public boolean isExplained(Span mapping, String field) {
    return misspelt.getOrDefault(mapping, Set.of()).contains(field);
  }

  /** Records that a document could not be read, so that something may seem to be missing. */
  public void leaveUnread() {
    unread = true;
  }

  /** Whether a document could not be read. */
  public boolean hasUnread() {
    return unread;
  }

  /** The number of findings. */
  public int count() {
    return findings.size();
  }

  /**
   * Whether there are so many findings that nobody reads the next one: its words may cost less than
   * they otherwise do.
   */
  public boolean hasMany() {
    return findings.size() >= MANY;
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** Whether an error begins where the span begins. */
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
