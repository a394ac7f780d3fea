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
import dev.fairlead.model.Workload;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every entry of {@code ignore} is the code of a warning and silences at least one. This rule runs
 * last, because it needs to know which warnings were silenced.
 */
final class Ignores extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    Set<Ignore> ignores = new LinkedHashSet<>();
    for (Resource resource : plan.resources()) {
      ignores.addAll(resource.ignore());
    }
    for (Workload workload : plan.workloads()) {
      ignores.addAll(workload.ignore());
    }
    for (Ignore ignore : ignores) {
      check(ignore, findings);
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
          "remove it, and fix the error");
    } else if (!ignore.inherited() && !findings.wasUsed(ignore)) {
      findings.add(
          Code.USELESS_IGNORE,
          ignore.span(),
          message("there is no warning {} here to ignore", ignore.code()),
          "remove it from ignore");
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
                message("{} is not the code of a warning{}", ignore.code(), plain(question)))
            .withHint("write the code in square brackets at the end of the warning, or remove it")
            .withProposal(
                Nearest.only(ignore.code(), warnings)
                    .flatMap(right -> Proposal.word(ignore.span(), ignore.code(), right))));
  }
}
