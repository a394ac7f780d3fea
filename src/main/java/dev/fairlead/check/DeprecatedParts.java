package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Map;

/**
 * What the API server itself warns about: FlexVolume, and node labels of beta versions. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known labels</a>.
 */
final class DeprecatedParts implements Rule {
  private static final Map<String, String> LABELS =
      Map.of(
          "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
          "beta.kubernetes.io/os", "kubernetes.io/os",
          "beta.kubernetes.io/arch", "kubernetes.io/arch",
          "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      source(volume, findings);
      labels(volume, findings);
    }
  }

  private static void source(Volume volume, Findings findings) {
    if (volume.source().value().type().equals("flexVolume")) {
      warn(
          volume,
          volume.source().span(),
          "is a flexVolume, which is deprecated",
          "use the CSI driver of the storage",
          findings);
    }
  }

  private static void labels(Volume volume, Findings findings) {
    for (Tree.Mapping expression : volume.nodeExpressions()) {
      String key = expression.text("key").orElse("");
      if (LABELS.containsKey(key)) {
        warn(
            volume,
            expression.spanOf("key"),
            "is bound to nodes by the deprecated label " + quote(key),
            "write " + LABELS.get(key),
            findings);
      }
    }
  }

  private static void warn(
      Volume volume, Span span, String problem, String hint, Findings findings) {
    findings.warn(
        Code.DEPRECATED,
        List.of(volume),
        span,
        "volume " + quote(volume.name()) + " " + problem,
        hint);
  }
}
