package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import java.util.HashSet;
import java.util.Set;

/** Containers of a pod, init containers included, have names of their own. */
final class ContainerNames implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.ownWorkloads()) {
      check(workload, findings);
    }
  }

  private static void check(Workload workload, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Tree.Mapping container : Pod.of(workload).containers()) {
      String name = container.text("name").orElse("");
      if (!seen.add(name)) {
        findings.add(
            Code.DUPLICATE_CONTAINER,
            container.spanOf("name"),
            workload.kind()
                + " "
                + quote(workload.name())
                + " has two containers named "
                + quote(name)
                + ": the API server rejects it",
            "rename one of them; init containers and containers share their names");
      }
    }
  }
}
