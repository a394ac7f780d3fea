package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;

/**
 * Local volumes need node affinity. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#local">local</a>.
 */
final class LocalNodeAffinity extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    boolean local = volume.source().value().type() == SourceType.LOCAL;
    if (local && volume.nodeAffinity().isEmpty()) {
      findings.add(
          Code.LOCAL_NODE_AFFINITY,
          volume.source().span(),
          message("local volume {} has no node affinity: the API server rejects it", volume.name()),
          findings.nodesHint("kubernetes.io/hostname", "<node>"));
    }
  }
}
