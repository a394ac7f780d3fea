package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;

/**
 * Shared file systems are not block devices: the claim binds, but the pod never starts. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support">Raw
 * block volume support</a>.
 */
final class BlockSupport extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    SourceType type = volume.source().value().type();
    if (volume.volumeMode().value() == VolumeMode.BLOCK && !type.hasRawDevices()) {
      findings.add(
          Diagnostic.of(
                  Code.BLOCK_NOT_SUPPORTED,
                  volume.volumeMode().span(),
                  message(
                      "volume {} is of mode Block, but {} has no raw devices: its pods would never"
                          + " start",
                      volume.name(),
                      type))
              .withHint("use volumeMode: Filesystem, or a source that is a disk")
              .withRelated(volume.source().span(), "the source"));
    }
  }
}
