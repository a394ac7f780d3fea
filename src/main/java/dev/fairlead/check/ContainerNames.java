package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.HashSet;
import java.util.Set;

/** The containers and init containers of a pod have unique names. */
final class ContainerNames extends Rule {
  @Override
  void checkWorkload(Workload workload, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Mapping container : Pod.of(workload).containers()) {
      String name = container.text("name").orElse("");
      if (!seen.add(name)) {
        findings.add(
            Code.DUPLICATE_CONTAINER,
            container.spanOf("name"),
            message(
                "{} {} has two containers named {}: the API server rejects it",
                workload.kind(),
                workload.name(),
                name),
            "rename one of them; the names of init containers count too");
      }
    }
  }
}
