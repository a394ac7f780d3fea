package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The annotations of an object have a total size limit. Some belong to the controllers of
 * Kubernetes: written by hand, they keep a volume and its claim from binding. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known
 * annotations</a>.
 */
final class AnnotationLimits extends Rule {
  private static final int MAX_BYTES = 256 * 1024;

  /** Annotations of the volume binder, some of them obsolete, with a hint for each. */
  private static final Map<String, String> BINDER_ANNOTATIONS =
      new TreeMap<>(
          Map.of(
              "pv.kubernetes.io/bind-completed",
              "remove it: Kubernetes adds it to a bound claim",
              "pv.kubernetes.io/bound-by-controller",
              "remove it: Kubernetes adds it by itself",
              "volume.beta.kubernetes.io/storage-class",
              "write storageClassName instead",
              "volume.beta.kubernetes.io/mount-options",
              "write mountOptions of the volume instead"));

  @Override
  void checkVolume(Volume volume, Findings findings) {
    size(volume, findings);
    checkReserved(volume, findings);
  }

  @Override
  void checkClaim(Claim claim, Findings findings) {
    size(claim, findings);
    checkReserved(claim, findings);
  }

  @Override
  void checkWorkload(Workload workload, Findings findings) {
    size(workload, findings);
  }

  private static void size(Resource resource, Findings findings) {
    Mapping annotations = resource.metadata().annotations();
    int bytes = 0;
    for (String key : annotations.keys()) {
      bytes += size(key) + size(annotations.text(key).orElse(""));
    }
    if (bytes > MAX_BYTES) {
      findings.add(
          Code.ANNOTATIONS,
          resource.metadata().name().span(),
          message(
              "{} has {} bytes of annotations; at most {} are accepted",
              resource.name(),
              bytes,
              MAX_BYTES),
          "keep long texts in a ConfigMap");
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void checkReserved(Resource resource, Findings findings) {
    if (resource.metadata().annotations().isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> owned : BINDER_ANNOTATIONS.entrySet()) {
      if (resource.metadata().annotations().has(owned.getKey())) {
        findings.add(
            Code.ANNOTATIONS,
            resource.metadata().name().span(),
            message(
                "{} has the annotation {}, which belongs to Kubernetes: the pair would not bind",
                resource.name(),
                owned.getKey()),
            owned.getValue());
      }
    }
  }
}
