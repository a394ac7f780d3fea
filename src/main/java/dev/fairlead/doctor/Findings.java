package dev.fairlead.doctor;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.Ignore;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Collects the findings about a dump, without the warnings that an object ignores. */
final class Findings {
  private final Diagnostics diagnostics;
  private final Set<String> explained = new HashSet<>();

  Findings(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Where they go. */
  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Adds a finding at the name of the object, with what to do. */
  void add(Code code, Live about, String message, String hint) {
    if (code.severity() != Severity.WARNING || !ignores(about, code)) {
      diagnostics.add(code, about.place(), message, hint);
    }
  }

  /** Adds a finding that shows another object, too. */
  void add(Code code, Live about, String message, String hint, Live other, String label) {
    if (code.severity() != Severity.WARNING || !ignores(about, code)) {
      diagnostics.add(
          Diagnostic.of(code, about.place(), message)
              .withHint(hint)
              .withRelated(other.place(), label));
    }
  }

  /** Whether the annotation that render writes silences the warning. */
  private static boolean ignores(Live about, Code code) {
    String codes = about.annotations().stringOr(Ignore.ANNOTATION, "");
    return Arrays.asList(codes.split("\\s*,\\s*")).contains(code.slug());
  }

  /** Notes that the finding about a claim says what is wrong with this volume, too. */
  void explain(LiveVolume volume) {
    explained.add(volume.name());
  }

  /** Whether a finding about a claim has said what is wrong with the volume. */
  boolean isExplained(LiveVolume volume) {
    return explained.contains(volume.name());
  }
}
