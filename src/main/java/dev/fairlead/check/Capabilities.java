package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.driver.Driver;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Access modes and mount options that a kind of storage does not support. Kubernetes accepts and
 * binds such volumes. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>. The catalogue of drivers has the modes of CSI drivers.
 */
final class Capabilities extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    SourceType type = volume.source().value().type();
    Optional<Driver> driver = findings.drivers().of(volume);
    Set<AccessMode> supported =
        driver.isPresent()
            ? driver.get().modes().of(volume.volumeMode().value())
            : type.accessModes();
    for (AccessMode mode : volume.accessModes().value()) {
      if (!supported.contains(mode)) {
        unusual(volume, mode, driver, supported, findings);
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

  private static void unusual(
      Volume volume,
      AccessMode mode,
      Optional<Driver> driver,
      Set<AccessMode> supported,
      Findings findings) {
    String what =
        driver.isPresent()
            ? volume.source().value().driver()
            : volume.source().value().type().toString();
    // The kubelet asks the driver for the first mode.
    boolean refused =
        driver.isPresent()
            && driver.get().modes().refusesOthers()
            && !supported.contains(volume.accessModes().value().get(0));
    findings.warn(
        Code.UNUSUAL_ACCESS_MODE,
        List.of(volume),
        volume.accessModes().span(),
        message(
            "volume {} has the access mode {}, which {} does not support{}: {}",
            volume.name(),
            mode,
            plain(what),
            plain(driver.isPresent() ? " with volumeMode " + volume.volumeMode().value() : ""),
            plain(
                refused
                    ? "the driver would refuse to mount it"
                    : isOfEachNode(volume)
                        ? "a pod on a second node finds other data or none"
                        : "a pod on a second node would not start")),
        message("use an access mode that the storage supports: {}", inOrder(supported, volume)));
  }

  /** Whether pods may run on any node, and each node has a directory of its own at the path. */
  private static boolean isOfEachNode(Volume volume) {
    return volume.source().value().type() == SourceType.HOST_PATH
        && volume.nodeAffinity().isEmpty();
  }

  /** The modes in the order of the documentation: that of a set may change with each run. */
  private static List<AccessMode> inOrder(Set<AccessMode> modes, Volume volume) {
    List<AccessMode> ordered = new ArrayList<>(List.of(AccessMode.values()));
    ordered.retainAll(modes);
    if (!volume.source().value().isCsi()) {
      // The rule AccessModes rejects it.
      ordered.remove(AccessMode.READ_WRITE_ONCE_POD);
    }
    return ordered;
  }
}
