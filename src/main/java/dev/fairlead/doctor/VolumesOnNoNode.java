package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveVolume;

/**
 * Volumes that no node can use. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class VolumesOnNoNode implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveVolume volume : dump.volumes()) {
      if (!volume.isTerminating() && binder.isOnNoNode(volume)) {
        findings.add(
            Code.NO_NODE,
            volume,
            message(
                "no node fulfils the node affinity of volume {}, {}: a pod that mounts it stays"
                    + " Pending",
                volume.name(),
                plain(NodeTerms.words(volume.model().get()))),
            "compare it with the labels of the nodes: kubectl get nodes --show-labels");
      }
    }
  }
}
