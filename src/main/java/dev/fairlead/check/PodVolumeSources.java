package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Message;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Pod;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pod volume has exactly one source. Without one, it becomes an empty directory that is deleted
 * with the pod. The same happens if the source is misspelt and the API server drops unknown fields.
 * See <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class PodVolumeSources extends Rule {
  private static final List<String> OF_PODS =
      List.of(
          "configMap",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "gitRepo",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  /** The sources that only pods have, and those of PersistentVolumes except local. */
  private static final Set<String> SOURCES = new TreeSet<>(OF_PODS);

  static {
    SOURCES.addAll(SourceType.keys());
    SOURCES.remove(SourceType.LOCAL.toString());
  }

  @Override
  void checkPods(Workload workload, Findings findings) {
    // The schema has looked at finished manifests, but not at those of existing workloads.
    if (findings.inManifests()) {
      return;
    }
    for (Mapping volume : Pod.of(workload).volumes()) {
      sources(workload, volume, findings);
      claimName(workload, volume, findings);
    }
  }

  private static void sources(Workload workload, Mapping volume, Findings findings) {
    List<String> keys = new ArrayList<>(volume.keys());
    keys.remove("name");
    // Sorted, so that the finding does not depend on the order in the file.
    keys.sort(null);
    List<String> sources = new ArrayList<>();
    for (String key : keys) {
      if (!SOURCES.contains(key)) {
        findings.add(
            Code.UNKNOWN_KEY,
            volume.spanOf(key),
            message(
                "unknown key {} in {}{}",
                key,
                what(workload, volume),
                plain(Nearest.question(key, SOURCES))),
            "correct it: without a source the volume would be an empty directory");
      } else if (volume.get(key).isPresent()) {
        sources.add(key);
      }
    }
    if (keys.isEmpty()) {
      findings.add(
          Code.VOLUME_SOURCE,
          volume.span(),
          message(
              "{} has no source: Kubernetes would make it an empty directory",
              what(workload, volume)),
          "write a source, as in emptyDir: {} or configMap: {name: ...}");
    }
    if (sources.size() > 1) {
      findings.add(
          Code.VOLUME_SOURCE,
          volume.spanOf(sources.get(1)),
          message("{} has {}; exactly one source is accepted", what(workload, volume), sources),
          "split it into two volumes");
    }
  }

  private static void claimName(Workload workload, Mapping volume, Findings findings) {
    boolean nameless =
        volume.get("persistentVolumeClaim").isPresent()
            && volume.mapping("persistentVolumeClaim").text("claimName").orElse("").isEmpty();
    if (nameless) {
      findings.add(
          Code.MISSING_FIELD,
          volume.spanOf("persistentVolumeClaim"),
          message(
              "{} lacks \"persistentVolumeClaim.claimName\": the API server rejects it",
              what(workload, volume)),
          "write claimName: <claim>");
    }
  }

  private static Message.Plain what(Workload workload, Mapping volume) {
    String name = volume.text("name").orElse("");
    return plain(message("volume {} of {} {}", name, workload.kind(), workload.name()));
  }
}
