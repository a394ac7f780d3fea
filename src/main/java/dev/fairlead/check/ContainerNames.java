package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.Map;

/** The containers and init containers of a pod have unique names. */
final class ContainerNames extends Rule {
  @Override
  void checkWorkload(Workload workload, Findings findings) {
    Map<String, Span> seen = new HashMap<>();
    for (Mapping container : Pod.of(workload).containers()) {
      String name = container.text("name").orElse("");
      Span first = seen.putIfAbsent(name, container.spanOf("name"));
      if (first != null) {
        findings.add(
            Diagnostic.of(
                    Code.DUPLICATE_CONTAINER,
                    container.spanOf("name"),
                    message(
                        "{} {} has two containers named {}: the API server rejects it",
                        workload.kind(),
                        workload.name(),
                        name))
                .withHint("rename one of them; the names of init containers count too")
                .withRelated(first, "the first one"));
      }
    }
  }
}
