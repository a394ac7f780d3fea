package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * A path of the node means another folder on every node. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#hostpath">hostPath</a>.
 */
final class HostPaths implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      boolean hostPath = volume.source().value().type().equals("hostPath");
      if (hostPath && volume.nodeAffinity().isEmpty()) {
        findings.warn(
            Code.HOST_PATH_ON_ANY_NODE,
            List.of(volume),
            volume.source().span(),
            "hostPath volume "
                + quote(volume.name())
                + " does not say on which node it is: a pod on another node finds other data or"
                + " none",
            findings.nodesHint("kubernetes.io/hostname", "<node>"));
      }
    }
  }
}
