package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

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
  private final boolean inManifests;
  private final Set<Ignore> used = new HashSet<>();

  private Findings(Diagnostics diagnostics, boolean inManifests) {
    this.diagnostics = diagnostics;
    this.inManifests = inManifests;
  }

  /** What is wrong with specs. */
  static Findings inSpecs(Diagnostics diagnostics) {
    return new Findings(diagnostics, false);
  }

  /** What is wrong with finished manifests. */
  static Findings inManifests(Diagnostics diagnostics) {
    return new Findings(diagnostics, true);
  }

  /** The hint for who wrote a spec, or the one for who wrote a manifest. */
  String hint(String forSpec, String forManifest) {
    return inManifests ? forManifest : forSpec;
  }

  /** How to write that a volume is on the nodes that have a label. */
  String nodesHint(String label, String value) {
    String template =
        hint(
            "write topology: {{}: {}}",
            "write nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: {},"
                + " operator: In, values: [{}]}]}]}}");
    return message(template, plain(label), plain(value));
  }

  /** Adds a finding with a change that mends it. */
  void add(Diagnostic finding) {
    diagnostics.add(finding);
  }

  /** Adds a finding; every one has something to do about it. */
  void add(Code code, Span span, String message, String hint) {
    diagnostics.add(code, span, message, hint);
  }

  /** Adds a finding, unless it only follows from an error at the same place. */
  void addUnlessReported(Code code, Span span, String message, String hint) {
    diagnostics.addUnlessReported(Diagnostic.of(code, span, message).withHint(hint));
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
      diagnostics.add(code, span, message, hint);
    }
  }

  /** Adds such a warning, unless it only follows from an error at the same place. */
  void warnUnlessReported(
      Code code, List<? extends Resource> about, Span span, String message, String hint) {
    if (!diagnostics.hasErrorAt(span)) {
      warn(code, about, span, message, hint);
    }
  }

  /** Whether the ignore has silenced a warning. */
  boolean wasUsed(Ignore ignore) {
    return used.contains(ignore);
  }
}
