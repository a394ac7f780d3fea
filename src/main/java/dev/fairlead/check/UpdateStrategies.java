package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;

/**
 * A Deployment that is recreated has no rolling update. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy">Strategy</a>.
 */
final class UpdateStrategies extends Rule {
  @Override
  void checkPods(Workload workload, Findings findings) {
    Mapping strategy = workload.spec().mapping("strategy");
    boolean both =
        workload.kind() == WorkloadKind.DEPLOYMENT
            && strategy.stringOr("type", "").equals("Recreate")
            && strategy.find("rollingUpdate") instanceof Mapping;
    if (both) {
      findings.add(
          Diagnostic.of(
                  Code.CONFLICTING_FIELDS,
                  strategy.keySpan("rollingUpdate").orElse(strategy.span()),
                  message(
                      "Deployment {} has a rollingUpdate, but its strategy is Recreate: the API"
                          + " server rejects it",
                      workload.name()))
              .withHint("remove rollingUpdate")
              .withRelated(strategy.spanOf("type"), "the strategy"));
    }
  }
}
