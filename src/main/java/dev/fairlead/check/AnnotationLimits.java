package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Workload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Annotations are bounded in all, and some belong to Kubernetes' own controllers: written by hand
 * they keep a pair from binding. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known
 * annotations</a>.
 */
final class AnnotationLimits implements Rule {
  private static final int MOST_BYTES = 256 * 1024;

  private static final Set<String> OF_THE_BINDER =
      Set.of(
          "pv.kubernetes.io/bind-completed",
          "pv.kubernetes.io/bound-by-controller",
          "volume.beta.kubernetes.io/storage-class",
          "volume.beta.kubernetes.io/mount-options");

  @Override
  public void check(Plan plan, Findings findings) {
    plan.resources().forEach(resource -> check(resource, findings));
  }

  private static void check(Resource resource, Findings findings) {
    Map<String, String> annotations = resource.metadata().annotations();
    int bytes =
        annotations.entrySet().stream()
            .mapToInt(entry -> size(entry.getKey()) + size(entry.getValue()))
            .sum();
    if (bytes > MOST_BYTES) {
      reject(
          resource,
          "has " + bytes + " bytes of annotations; at most " + MOST_BYTES + " are accepted",
          findings);
    }
    if (!(resource instanceof Workload)) {
      annotations.keySet().stream()
          .filter(OF_THE_BINDER::contains)
          .forEach(
              key ->
                  reject(
                      resource,
                      "has the annotation "
                          + quote(key)
                          + ", which belongs to Kubernetes: the pair would not bind",
                      findings));
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void reject(Resource resource, String problem, Findings findings) {
    findings.add(
        Code.ANNOTATIONS,
        resource.metadata().name().span(),
        quote(resource.name()) + " " + problem);
  }
}
