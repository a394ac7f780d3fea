package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.WorkloadKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Which workloads of a dump a spec may have: those without a controller. Without {@code
 * --workloads}, only StatefulSets, because of their claims.
 */
final class WorkloadChoice {
  private final ImportOptions options;
  private final Diagnostics diagnostics;

  WorkloadChoice(ImportOptions options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
  }

  List<Found> of(Dump dump, OwnParts parts) {
    List<Found> chosen = new ArrayList<>();
    for (LiveWorkload workload : dump.workloads()) {
      boolean wanted =
          options.workloads() != ImportOptions.Workloads.NONE
              || workload.kind() == WorkloadKind.STATEFUL_SET;
      if (!wanted || workload.controller().isPresent()) {
        continue;
      }
      Found found = Gathering.found(workload.manifest(), parts);
      if (WorkloadKind.ofSpec(workload.kindName()).isPresent()) {
        chosen.add(found);
      } else if (workload.claims().stream().anyMatch(claim -> dump.claim(claim).isPresent())) {
        diagnostics.add(
            Code.NOT_IMPORTED,
            found.place(),
            message(
                "{} can't be imported: a spec has no workloads of kind {}",
                plain(ObjectName.of(found)),
                workload.kindName()),
            "import the Deployment or the Pod that takes its place");
      }
    }
    return chosen;
  }
}
