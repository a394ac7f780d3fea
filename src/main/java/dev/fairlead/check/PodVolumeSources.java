package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.quoteAll;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A volume of a pod says what it is, once. One without a source becomes an empty folder that goes
 * with the pod, and so does one whose source is misspelt where unknown fields are dropped. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class PodVolumeSources implements Rule {
  private static final Set<String> OF_PODS =
      Set.of(
          "configMap",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "gitRepo",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  /** What only pods have, and those of PersistentVolumes but local. */
  private static final List<String> SOURCES = sources();

  private static List<String> sources() {
    Set<String> sources = new TreeSet<>(OF_PODS);
    sources.addAll(VolumeSource.SERVED);
    sources.addAll(VolumeSource.REMOVED);
    sources.remove("local");
    return List.copyOf(sources);
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      for (Tree.Mapping volume : Pod.of(workload).volumes()) {
        sources(workload, volume, findings);
        claimName(workload, volume, findings);
      }
    }
  }

  private static void sources(Workload workload, Tree.Mapping volume, Findings findings) {
    List<String> keys = new ArrayList<>(volume.entries().keySet());
    keys.remove("name");
    List<String> sources = new ArrayList<>();
    for (String key : keys) {
      if (!SOURCES.contains(key)) {
        findings.add(
            Code.UNKNOWN_KEY,
            volume.spanOf(key),
            "unknown key "
                + quote(key)
                + " in "
                + what(workload, volume)
                + Nearest.question(key, SOURCES),
            "correct it: without a source the volume would be an empty folder");
      } else if (volume.get(key).isPresent()) {
        sources.add(key);
      }
    }
    if (keys.isEmpty()) {
      findings.add(
          Code.VOLUME_SOURCE,
          volume.span(),
          what(workload, volume) + " has no source: Kubernetes makes it an empty folder",
          "say what it is, as in emptyDir: {} or configMap: {name: ...}");
    }
    if (sources.size() > 1) {
      findings.add(
          Code.VOLUME_SOURCE,
          volume.spanOf(sources.get(1)),
          what(workload, volume)
              + " has "
              + quoteAll(sources)
              + "; exactly one source can stand here",
          "make two volumes of it");
    }
  }

  private static void claimName(Workload workload, Tree.Mapping volume, Findings findings) {
    boolean nameless =
        volume.get("persistentVolumeClaim").isPresent()
            && volume.mapping("persistentVolumeClaim").text("claimName").orElse("").isEmpty();
    if (nameless) {
      findings.add(
          Code.MISSING_FIELD,
          volume.spanOf("persistentVolumeClaim"),
          what(workload, volume)
              + " lacks \"persistentVolumeClaim.claimName\": the API server rejects it",
          "write claimName: <claim>");
    }
  }

  private static String what(Workload workload, Tree.Mapping volume) {
    return "volume "
        + quote(volume.text("name").orElse(""))
        + " of "
        + workload.kind()
        + " "
        + quote(workload.name());
  }
}
