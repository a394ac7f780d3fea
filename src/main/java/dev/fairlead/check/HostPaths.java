package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * A hostPath is a different directory on every node. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#hostpath">hostPath</a>.
 */
final class HostPaths extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    boolean hostPath = volume.source().value().type() == SourceType.HOST_PATH;
    if (hostPath && volume.nodeAffinity().isEmpty()) {
      findings.warn(
          Code.HOST_PATH_ON_ANY_NODE,
          List.of(volume),
          volume.source().span(),
          message(
              "hostPath volume {} has no node affinity: a pod on another node finds other data or"
                  + " none",
              volume.name()),
          findings.nodesHint("kubernetes.io/hostname", "<node>"));
    }
  }
}
