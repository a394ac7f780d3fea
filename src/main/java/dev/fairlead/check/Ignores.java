package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

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
final class Ignores extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
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
      unknown(ignore, findings);
    } else if (code.get().severity() == Severity.ERROR) {
      findings.add(
          Code.UNKNOWN_IGNORE,
          ignore.span(),
          message("{} is an error, and only warnings can be ignored", ignore.code()),
          "take it out, and mend what gives the error");
    } else if (!ignore.inherited() && !findings.wasUsed(ignore)) {
      findings.add(
          Code.USELESS_IGNORE,
          ignore.span(),
          message("nothing here gives the warning {}", ignore.code()),
          "take it out of ignore");
    }
  }

  private static void unknown(Ignore ignore, Findings findings) {
    List<String> warnings =
        Arrays.stream(Code.values())
            .filter(code -> code.severity() == Severity.WARNING)
            .map(Code::slug)
            .toList();
    String question = Nearest.question(ignore.code(), warnings);
    findings.add(
        Diagnostic.of(
                Code.UNKNOWN_IGNORE,
                ignore.span(),
                message("{} is no code of a warning{}", ignore.code(), plain(question)))
            .withHint(
                "write a code that stands in square brackets behind a warning, or take it out")
            .withProposal(
                Nearest.only(ignore.code(), warnings)
                    .flatMap(right -> Proposal.word(ignore.span(), ignore.code(), right))));
  }
}
