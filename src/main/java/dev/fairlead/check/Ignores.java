package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An {@code ignore} names a warning, and silences one. Runs last: it looks at what was silenced.
 */
final class Ignores implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    // Claims that are made for a volume carry the volume's own list.
    for (Spec spec : plan.specs()) {
      check(spec.volumes(), findings);
      check(spec.claims(), findings);
      check(spec.workloads(), findings);
    }
  }

  private static void check(List<? extends Resource> resources, Findings findings) {
    for (Resource resource : resources) {
      for (Ignore ignore : resource.ignore()) {
        check(ignore, findings);
      }
    }
  }

  private static void check(Ignore ignore, Findings findings) {
    Optional<Code> code = Code.of(ignore.code());
    if (code.isEmpty()) {
      findings.add(
          Diagnostic.of(
                  Code.UNKNOWN_IGNORE,
                  ignore.span(),
                  quote(ignore.code())
                      + " is no code of a warning"
                      + Nearest.question(ignore.code(), warnings()))
              .withHint(
                  "write a code that stands in square brackets behind a warning, or take it out")
              .withProposal(
                  Nearest.only(ignore.code(), warnings())
                      .flatMap(right -> Proposal.word(ignore.span(), ignore.code(), right))));
    } else if (code.get().severity() == Severity.ERROR) {
      findings.add(
          Code.UNKNOWN_IGNORE,
          ignore.span(),
          quote(ignore.code()) + " is an error, and only warnings can be ignored",
          "take it out, and mend what gives the error");
    } else if (!ignore.inherited() && !findings.wasUsed(ignore)) {
      findings.add(
          Code.USELESS_IGNORE,
          ignore.span(),
          "nothing here gives the warning " + quote(ignore.code()),
          "take it out of ignore");
    }
  }

  private static List<String> warnings() {
    return Arrays.stream(Code.values())
        .filter(code -> code.severity() == Severity.WARNING)
        .map(Code::slug)
        .toList();
  }
}
