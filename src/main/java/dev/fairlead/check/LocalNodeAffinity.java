package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;

/**
 * Local volumes say on which node they are. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#local">local</a>.
 */
final class LocalNodeAffinity implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      boolean local = volume.source().value().type().equals("local");
      if (local && volume.nodeAffinity().isEmpty()) {
        findings.add(
            Code.LOCAL_NODE_AFFINITY,
            volume.source().span(),
            "local volume "
                + quote(volume.name())
                + " does not say on which node it is: the API server rejects it",
            findings.nodesHint("kubernetes.io/hostname", "<node>"));
      }
    }
  }
}
