package dev.fairlead.fix;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Applies the changes that the findings of a spec propose, if they fix it. */
public final class Fixer {
  /** The nesting limit of a spec: fixing a key may reveal a finding in the level below it. */
  private static final int ROUNDS = 64;

  /** Findings that no change may cause: the text would be read differently. */
  private static final Set<Code> BROKEN =
      Set.of(
          Code.INVALID_UTF8,
          Code.NO_SPECS,
          Code.NO_MANIFESTS,
          Code.YAML_SYNTAX,
          Code.DUPLICATE_KEY,
          Code.CONTROL_CHARACTER,
          Code.UNKNOWN_TAG,
          Code.BAD_ALIAS);

  private final Transpiler transpiler;

  /** The transpiler judges the text before and after a change. */
  public Fixer(Transpiler transpiler) {
    this.transpiler = transpiler;
  }

  /** A spec after its changes, with the changes in order. */
  public record Fixed(SpecInput input, List<Change> changes) {}

  /** The spec with all changes that fix it, including those that only show up after others. */
  public Fixed fix(SpecInput input) {
    List<Change> changes = new ArrayList<>();
    SpecInput now = input;
    for (int round = 0; round < ROUNDS; round++) {
      Diagnostics before = judge(now);
      Edits accepted = accepted(now, before, Edits.of(before.sorted()));
      if (accepted.isEmpty()) {
        break;
      }
      changes.addAll(accepted.changes());
      now = accepted.applyTo(now);
    }
    changes.sort((a, b) -> a.proposal().span().compareTo(b.proposal().span()));
    return new Fixed(now, changes);
  }

  /**
   * The edits that leave no error in the text that they change. New findings elsewhere were hidden
   * before and don't count, but the rest of the text must be read as before.
   */
  private Edits accepted(SpecInput input, Diagnostics before, Edits proposed) {
    Edits edits = proposed;
    while (!edits.isEmpty()) {
      Diagnostics after = judge(edits.applyTo(input));
      Edits clean = edits.without(wrong(after));
      if (clean.equals(edits)) {
        return broken(after) <= broken(before) ? edits : Edits.NONE;
      }
      edits = clean;
    }
    return edits;
  }

  /** Where errors start. A missing field below a key does not count against the key. */
  private static Set<Span> wrong(Diagnostics findings) {
    return findings.sorted().stream()
        .filter(f -> f.severity() == Severity.ERROR && f.code() != Code.MISSING_FIELD)
        .map(Diagnostic::span)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long broken(Diagnostics findings) {
    return findings.sorted().stream().filter(finding -> BROKEN.contains(finding.code())).count();
  }

  private Diagnostics judge(SpecInput input) {
    Diagnostics diagnostics = new Diagnostics();
    transpiler.transpile(List.of(input), diagnostics);
    return diagnostics;
  }
}
