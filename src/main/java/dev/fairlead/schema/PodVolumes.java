package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * The shape of the pod volumes in a spec. They are rendered as they are, so the rules are those of
 * finished manifests. Few specs have any, so the rules are read on first use.
 */
public final class PodVolumes {
  private Optional<ManifestSchema> rules = Optional.empty();

  /** Adds findings about the pod volumes of a spec that have none yet. */
  public void check(Document document, Diagnostics diagnostics) {
    if (document.root() instanceof Mapping spec) {
      List<Tree> workloads = spec.list("workloads");
      for (int i = 0; i < workloads.size(); i++) {
        if (workloads.get(i) instanceof Mapping workload) {
          check(workload, i, diagnostics);
        }
      }
    }
  }

  private void check(Mapping workload, int index, Diagnostics diagnostics) {
    List<Tree> volumes = workload.mapping("podSpec").list("volumes");
    if (volumes.isEmpty()) {
      return;
    }
    String name = workload.stringOr("name", "");
    String path = "workloads[" + index + "].podSpec.volumes";
    String end = name.isEmpty() ? "" : " (" + quote(name) + ")";
    for (int i = 0; i < volumes.size(); i++) {
      boolean broken = diagnostics.hasErrorWithin(volumes.get(i).span());
      if (!broken && volumes.get(i) instanceof Mapping volume) {
        rules().checkPodVolume(volume, path + "[" + i + "]", end, diagnostics);
      }
    }
  }

  private ManifestSchema rules() {
    if (rules.isEmpty()) {
      rules = Optional.of(new ManifestSchema());
    }
    return rules.get();
  }
}
