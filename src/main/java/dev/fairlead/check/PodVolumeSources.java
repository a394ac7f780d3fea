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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A volume of a pod says what it is, once. One without a source becomes an empty folder that goes
 * with the pod, and so does one whose source is misspelt where unknown fields are dropped. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class PodVolumeSources implements Rule {
  /** Those of PersistentVolumes but local, and what only pods have. */
  private static final List<String> SOURCES =
      Stream.of(
              VolumeSource.SERVED,
              VolumeSource.REMOVED,
              Set.of(
                  "configMap",
                  "downwardAPI",
                  "emptyDir",
                  "ephemeral",
                  "gitRepo",
                  "image",
                  "persistentVolumeClaim",
                  "projected",
                  "secret"))
          .flatMap(Set::stream)
          .filter(source -> !source.equals("local"))
          .sorted()
          .toList();

  @Override
  public void check(Plan plan, Findings findings) {
    plan.workloads()
        .forEach(
            workload ->
                Pod.of(workload).volumes().forEach(volume -> check(workload, volume, findings)));
  }

  private static void check(Workload workload, Tree.Mapping volume, Findings findings) {
    String what =
        "volume "
            + quote(volume.text("name").orElse(""))
            + " of "
            + workload.kind()
            + " "
            + quote(workload.name());
    List<String> keys =
        volume.entries().keySet().stream().filter(key -> !key.equals("name")).toList();
    List<String> others = keys.stream().filter(key -> !SOURCES.contains(key)).toList();
    List<String> sources =
        keys.stream().filter(SOURCES::contains).filter(k -> volume.get(k).isPresent()).toList();
    for (String key : others) {
      findings.add(
          Code.UNKNOWN_KEY,
          volume.spanOf(key),
          "unknown key " + quote(key) + " in " + what + Nearest.question(key, SOURCES),
          "correct it: without a source the volume would be an empty folder");
    }
    if (keys.isEmpty()) {
      findings.add(
          Code.VOLUME_SOURCE,
          volume.span(),
          what + " has no source: Kubernetes makes it an empty folder",
          "say what it is, as in emptyDir: {} or configMap: {name: ...}");
    }
    if (sources.size() > 1) {
      findings.add(
          Code.VOLUME_SOURCE,
          volume.spanOf(sources.get(1)),
          what + " has " + quoteAll(sources) + "; exactly one source can stand here",
          "make two volumes of it");
    }
    boolean nameless =
        volume.get("persistentVolumeClaim").isPresent()
            && volume.mapping("persistentVolumeClaim").text("claimName").orElse("").isEmpty();
    if (nameless) {
      findings.add(
          Code.MISSING_FIELD,
          volume.spanOf("persistentVolumeClaim"),
          what + " lacks \"persistentVolumeClaim.claimName\": the API server rejects it",
          "write claimName: <claim>");
    }
  }
}
