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

/** Makes the changes that the findings of a spec propose, as long as they mend it. */
public final class Fixer {
  /** As deep as a spec can be nested: a key that is mended may bring to light what is below it. */
  private static final int ROUNDS = 64;

  /** What no change may bring about: the text would no longer be read as it was. */
  private static final Set<Code> BROKEN =
      Set.of(
          Code.INVALID_UTF8,
          Code.NO_SPECS,
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

  /** A spec after its changes, and these in the order of their places. */
  public record Fixed(SpecInput input, List<Change> changes) {}

  /** The spec with all changes that mend it, those included that others bring to light. */
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
   * Those edits after which nothing is wrong any more with what they changed. What comes to light
   * elsewhere was hidden and counts for nothing, but the rest must be read as before.
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

  /** Where errors begin; but that something is missing below a key says nothing against the key. */
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
