package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Resource;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The annotations of an object have a total size limit. Two of them are old forms of a field, and
 * Kubernetes still reads them before the field, or rejects them. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known
 * annotations</a>.
 */
final class AnnotationLimits extends Rule {
  private static final int MAX_BYTES = 256 * 1024;
  private static final String MOUNT_OPTIONS = "volume.beta.kubernetes.io/mount-options";

  /** Annotations that fields have replaced, with the field for each. */
  private static final Map<String, String> REPLACED =
      new TreeMap<>(
          Map.of(
              StorageFields.CLASS_ANNOTATION, "storageClassName", MOUNT_OPTIONS, "mountOptions"));

  @Override
  void checkVolume(Volume volume, Findings findings) {
    size(volume, findings);
    mountOptions(volume, findings);
    checkReplaced("volume", volume, findings);
  }

  /** The API server accepts the field for every source, but the annotation only for some. */
  private static void mountOptions(Volume volume, Findings findings) {
    SourceType type = volume.source().value().type();
    Mapping annotations = volume.metadata().annotations();
    if (annotations.has(MOUNT_OPTIONS) && !type.takesOldMountOptions()) {
      boolean useless = type.backend() == SourceType.Backend.NODE;
      findings.add(
          Code.ANNOTATIONS,
          annotations.spanOf(MOUNT_OPTIONS),
          message(
              "volume {} has the annotation {}, which {} does not take: the API server rejects it",
              volume.name(),
              MOUNT_OPTIONS,
              type),
          useless ? "leave it out" : "write mountOptions instead");
    }
  }

  @Override
  void checkClaim(Claim claim, Findings findings) {
    size(claim, findings);
    checkReplaced("claim", claim, findings);
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

  private static void checkReplaced(String kind, Resource resource, Findings findings) {
    if (resource.metadata().annotations().isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> old : REPLACED.entrySet()) {
      if (resource.metadata().annotations().has(old.getKey())) {
        findings.warnUnlessReported(
            Code.DEPRECATED,
            List.of(resource),
            resource.metadata().annotations().spanOf(old.getKey()),
            message(
                "{} {} has the annotation {}, which the field {} has replaced",
                plain(kind),
                resource.name(),
                old.getKey(),
                plain(old.getValue())),
            message("write {} instead", plain(old.getValue())));
      }
    }
  }
}
