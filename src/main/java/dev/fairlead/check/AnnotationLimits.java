package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Annotations are bounded in all, and some belong to Kubernetes' own controllers: written by hand
 * they keep a pair from binding. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known
 * annotations</a>.
 */
final class AnnotationLimits implements Rule {
  private static final int MOST_BYTES = 256 * 1024;

  /** Annotations of the binder, or its forerunners, with what to do about them. */
  private static final Map<String, String> OF_THE_BINDER =
      Map.of(
          "pv.kubernetes.io/bind-completed", "take it out: Kubernetes adds it to a bound claim",
          "pv.kubernetes.io/bound-by-controller", "take it out: Kubernetes adds it by itself",
          "volume.beta.kubernetes.io/storage-class", "write storageClassName instead",
          "volume.beta.kubernetes.io/mount-options", "write mountOptions of the volume instead");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      size(volume, findings);
      owners(volume, findings);
    }
    for (Claim claim : plan.claims()) {
      size(claim, findings);
      owners(claim, findings);
    }
    for (Workload workload : plan.ownWorkloads()) {
      size(workload, findings);
    }
  }

  private static void size(Resource resource, Findings findings) {
    int bytes = 0;
    for (Map.Entry<String, String> entry : resource.metadata().annotations().entrySet()) {
      bytes += size(entry.getKey()) + size(entry.getValue());
    }
    if (bytes > MOST_BYTES) {
      reject(
          resource,
          "has " + bytes + " bytes of annotations; at most " + MOST_BYTES + " are accepted",
          "keep long texts in a ConfigMap",
          findings);
    }
  }

  private static void owners(Resource resource, Findings findings) {
    for (String key : resource.metadata().annotations().keySet()) {
      if (OF_THE_BINDER.containsKey(key)) {
        reject(
            resource,
            "has the annotation "
                + quote(key)
                + ", which belongs to Kubernetes: the pair would not bind",
            OF_THE_BINDER.get(key),
            findings);
      }
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void reject(Resource resource, String problem, String hint, Findings findings) {
    findings.add(
        Code.ANNOTATIONS,
        resource.metadata().name().span(),
        quote(resource.name()) + " " + problem,
        hint);
  }
}
