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
import dev.fairlead.model.Variants;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the findings of the rules, without the warnings that the user silences. */
final class Findings {
  /** What a patch may change that is not read. */
  private static final Set<Code> BINDING =
      Set.of(
          Code.DEFAULT_CLASS,
          Code.NEAR_CLAIM_NAME,
          Code.NO_MATCHING_VOLUME,
          Code.NOT_AMONG_MANIFESTS,
          Code.ONE_WAY_BINDING);

  /** What is missing may be in a document that could not be read. */
  private static final Set<Code> MISSING =
      Set.of(
          Code.NEAR_CLAIM_NAME,
          Code.NO_MATCHING_VOLUME,
          Code.NOT_AMONG_MANIFESTS,
          Code.USELESS_IGNORE);

  private final Diagnostics diagnostics;
  private final boolean inManifests;
  private final Variants variants;
  private final Set<Ignore> used = new HashSet<>();
  private final KnownDrivers drivers = new KnownDrivers();

  private Findings(Diagnostics diagnostics, boolean inManifests, Variants variants) {
    this.variants = variants;
    this.diagnostics = diagnostics;
    this.inManifests = inManifests;
  }

  /** For findings about specs. */
  static Findings inSpecs(Diagnostics diagnostics) {
    return new Findings(diagnostics, false, new Variants());
  }

  /** For findings about finished manifests. */
  static Findings inManifests(Variants variants, Diagnostics diagnostics) {
    return new Findings(diagnostics, true, variants);
  }

  /** Whether the input is finished manifests. */
  boolean inManifests() {
    return inManifests;
  }

  /** Whether two resources are for different clusters. */
  boolean areApart(Resource one, Resource other) {
    return variants.areApart(one.metadata().name().span(), other.metadata().name().span());
  }

  /** The CSI drivers of the run. */
  KnownDrivers drivers() {
    return drivers;
  }

  /** The hint that fits the input: a spec or a manifest. */
  String hint(String forSpec, String forManifest) {
    return inManifests ? forManifest : forSpec;
  }

  /** The hint to limit a volume to the nodes with a label. */
  String nodesHint(String label, String value) {
    String template =
        hint(
            "write topology: {{}: {}}",
            "write nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: {},"
                + " operator: In, values: [{}]}]}]}}");
    return message(template, plain(label), plain(value));
  }

  /** Adds a finding. */
  void add(Diagnostic finding) {
    diagnostics.add(finding);
  }

  /** Adds a finding with a hint, which every finding has. */
  void add(Code code, Span span, String message, String hint) {
    diagnostics.add(code, span, message, hint);
  }

  /** Adds a finding, unless there is an error at the same place. */
  void addUnlessReported(Code code, Span span, String message, String hint) {
    diagnostics.addUnlessReported(Diagnostic.of(code, span, message).withHint(hint));
  }

  /** Adds a finding, unless there is an error at the same place. */
  void addUnlessReported(Diagnostic finding) {
    diagnostics.addUnlessReported(finding);
  }

  /** Adds a warning about some resources, unless one of them ignores it. */
  void warn(Code code, List<? extends Resource> about, Span span, String message, String hint) {
    warn(about, Diagnostic.of(code, span, message).withHint(hint));
  }

  /** Adds a warning about some resources, unless one of them ignores it. */
  void warn(List<? extends Resource> about, Diagnostic warning) {
    if (warning.severity() != Severity.WARNING) {
      throw new IllegalArgumentException(warning.code() + " is no warning");
    }
    boolean patched =
        BINDING.contains(warning.code()) && about.stream().anyMatch(variants::isPatched);
    boolean unsure = diagnostics.hasUnread() && MISSING.contains(warning.code());
    if (!patched && !unsure && !isIgnored(warning.code(), about)) {
      diagnostics.add(warning);
    }
  }

  /** Whether one of the resources ignores a warning about them, which then counts as used. */
  boolean isIgnored(Code code, List<? extends Resource> about) {
    List<Ignore> silencers =
        about.stream()
            .flatMap(resource -> resource.ignore().stream())
            .filter(ignore -> ignore.code().equals(code.slug()))
            .toList();
    used.addAll(silencers);
    return !silencers.isEmpty();
  }

  /** Adds a warning about some resources, unless there is an error at the same place. */
  void warnUnlessReported(List<? extends Resource> about, Diagnostic warning) {
    if (!diagnostics.hasErrorAt(warning.span())) {
      warn(about, warning);
    }
  }

  /** Adds such a warning, unless there is an error at the same place. */
  void warnUnlessReported(
      Code code, List<? extends Resource> about, Span span, String message, String hint) {
    if (!diagnostics.hasErrorAt(span)) {
      warn(code, about, span, message, hint);
    }
  }

  /** Whether this entry of {@code ignore} has silenced a warning. */
  boolean wasUsed(Ignore ignore) {
    return used.contains(ignore);
  }
}
