package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import java.util.List;

/**
 * Access modes and mount options that a kind of storage does not support. Kubernetes accepts and
 * binds such volumes. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class Capabilities extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    SourceType type = volume.source().value().type();
    for (AccessMode mode : volume.accessModes().value()) {
      if (!type.accessModes().contains(mode)) {
        findings.warn(
            Code.UNUSUAL_ACCESS_MODE,
            List.of(volume),
            volume.accessModes().span(),
            message(
                "volume {} is {}, which {} can't be: a pod on a second node would not start",
                volume.name(),
                mode,
                type),
            "use an access mode that the storage supports");
      }
    }
    if (!volume.mountOptions().isEmpty() && type.backend() == SourceType.Backend.NODE) {
      findings.warn(
          Code.USELESS_MOUNT_OPTIONS,
          List.of(volume),
          volume.source().span(),
          message("volume {} has mountOptions, which {} does not use", volume.name(), type),
          "leave mountOptions out");
    }
  }
}
