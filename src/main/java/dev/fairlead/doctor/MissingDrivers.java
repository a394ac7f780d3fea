package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveAttachment;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveObject;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Volumes of a CSI driver that is not in the cluster. A driver need not have a CSIDriver, so one
 * that serves a volume now is there. See <a
 * href="https://kubernetes-csi.github.io/docs/csi-driver-object.html">CSIDriver</a>.
 */
final class MissingDrivers implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    if (!dump.knows(LiveKind.CSI_DRIVER)) {
      return;
    }
    Set<String> installed = installed(dump);
    Set<String> serving = serving(dump);
    for (LiveVolume volume : dump.volumes()) {
      String driver = driver(volume);
      if (!driver.isEmpty() && !installed.contains(driver) && !serving.contains(driver)) {
        findings.add(
            Code.DRIVER_NOT_INSTALLED,
            volume,
            message(
                "a pod that mounts volume {} does not start: it needs the CSI driver {}, which is"
                    + " not in the cluster{}",
                volume.name(),
                driver,
                plain(Nearest.question(driver, installed))),
            "install the driver; those that are there: kubectl get csidrivers");
      }
    }
  }

  private static String driver(LiveVolume volume) {
    if (volume.model().isEmpty()) {
      return "";
    }
    VolumeSource source = volume.model().get().source().value();
    return source.isCsi() ? source.driver() : source.type().csiDriver().orElse("");
  }

  private static Set<String> installed(Dump dump) {
    Set<String> drivers = new HashSet<>();
    for (LiveObject driver : dump.objects(LiveKind.CSI_DRIVER)) {
      drivers.add(driver.name());
    }
    for (LiveObject node : dump.objects(LiveKind.CSI_NODE)) {
      for (Mapping driver : node.spec().mappings("drivers")) {
        drivers.add(driver.stringOr("name", ""));
      }
    }
    return drivers;
  }

  /** The drivers of volumes that are attached, or that a running pod mounts. */
  private static Set<String> serving(Dump dump) {
    Set<String> drivers = new HashSet<>();
    for (LiveAttachment attachment : dump.attachments()) {
      if (attachment.isAttached()) {
        drivers.add(attachment.spec().stringOr("attacher", ""));
      }
    }
    for (LiveVolume volume : dump.volumes()) {
      Optional<ClaimRef> claim = volume.claimRef();
      if (claim.isPresent() && volume.phase().equals("Bound")) {
        for (LiveWorkload pod : dump.pods(claim.get())) {
          if (pod.phase().equals("Running")) {
            drivers.add(driver(volume));
          }
        }
      }
    }
    return drivers;
  }
}
