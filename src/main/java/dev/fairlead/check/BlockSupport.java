package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import java.util.Set;

/**
 * Shared file systems are no block devices: the claim would bind and the pod never start. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support">Raw
 * block volume support</a>.
 */
final class BlockSupport implements Rule {
  private static final Set<String> FILES_ONLY =
      Set.of("nfs", "hostPath", "azureFile", "flexVolume", "portworxVolume");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      String type = volume.source().value().type();
      if (volume.volumeMode().value() == VolumeMode.BLOCK && FILES_ONLY.contains(type)) {
        findings.add(
            Code.BLOCK_NOT_SUPPORTED,
            volume.volumeMode().span(),
            "volume "
                + quote(volume.name())
                + " is of mode Block, but "
                + type
                + " has no raw devices: its pods would never start",
            "use volumeMode: Filesystem, or a source that is a disk");
      }
    }
  }
}
