package dev.fairlead.check;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules find, less the warnings that the user has silenced. */
final class Findings {
  private final Diagnostics diagnostics;
  private final Set<Ignore> used = new HashSet<>();

  Findings(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void add(Diagnostic finding) {
    diagnostics.add(finding);
  }

  void add(Code code, Span span, String message) {
    diagnostics.add(code, span, message);
  }

  void add(Code code, Span span, String message, String hint) {
    diagnostics.add(code, span, message, hint);
  }

  /** Adds a warning about some resources unless one of them ignores it. */
  void warn(Code code, List<? extends Resource> about, Span span, String message, String hint) {
    if (code.severity() != Severity.WARNING) {
      throw new IllegalArgumentException(code + " is no warning");
    }
    List<Ignore> silencers =
        about.stream()
            .flatMap(resource -> resource.ignore().stream())
            .filter(ignore -> ignore.code().equals(code.slug()))
            .toList();
    used.addAll(silencers);
    if (silencers.isEmpty()) {
      diagnostics.add(Diagnostic.of(code, span, message).withHint(hint));
    }
  }

  /** Whether an error has been reported at this place already. */
  boolean reportedAt(Span span) {
    return diagnostics.hasErrorAt(span);
  }

  /** Whether the ignore has silenced a warning. */
  boolean wasUsed(Ignore ignore) {
    return used.contains(ignore);
  }
}
