package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Map;

/**
 * Deprecated parts that the API server warns about: flexVolume, and beta node labels. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known labels</a>.
 */
final class DeprecatedParts extends Rule {
  private static final Map<String, String> LABELS =
      Map.of(
          "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
          "beta.kubernetes.io/os", "kubernetes.io/os",
          "beta.kubernetes.io/arch", "kubernetes.io/arch",
          "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

  @Override
  void checkVolume(Volume volume, Findings findings) {
    if (volume.source().value().type() == SourceType.FLEX_VOLUME) {
      findings.warn(
          Code.DEPRECATED,
          List.of(volume),
          volume.source().span(),
          message("volume {} is a flexVolume, which is deprecated", volume.name()),
          "use the CSI driver of the storage");
    }
    for (Mapping expression : volume.nodeExpressions()) {
      String key = expression.text("key").orElse("");
      if (LABELS.containsKey(key)) {
        findings.warn(
            Code.DEPRECATED,
            List.of(volume),
            expression.spanOf("key"),
            message("volume {} is bound to nodes by the deprecated label {}", volume.name(), key),
            "write " + LABELS.get(key));
      }
    }
  }
}
