package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Access modes and mount options that a kind of storage does not have: Kubernetes takes and binds
 * them. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class Capabilities implements Rule {
  private static final Set<AccessMode> ALL = Set.of(AccessMode.values());
  private static final Set<AccessMode> ONE_WRITER =
      Set.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD);
  private static final Set<AccessMode> ONE_WRITER_MANY_READERS =
      Set.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD, AccessMode.READ_ONLY_MANY);

  /** What the plugins have; ReadWriteOncePod is another rule's matter. */
  private static final Map<String, Set<AccessMode>> MODES =
      Map.of(
          "awsElasticBlockStore", ONE_WRITER,
          "azureDisk", ONE_WRITER,
          "hostPath", ONE_WRITER,
          "local", ONE_WRITER,
          "vsphereVolume", ONE_WRITER,
          "fc", ONE_WRITER_MANY_READERS,
          "gcePersistentDisk", ONE_WRITER_MANY_READERS,
          "iscsi", ONE_WRITER_MANY_READERS);

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      modes(volume, findings);
      mountOptions(volume, findings);
    }
  }

  private static void modes(Volume volume, Findings findings) {
    String type = volume.source().value().type();
    Set<AccessMode> possible = MODES.getOrDefault(type, ALL);
    for (AccessMode mode : volume.accessModes().value()) {
      if (!possible.contains(mode)) {
        findings.warn(
            Code.UNUSUAL_ACCESS_MODE,
            List.of(volume),
            volume.accessModes().span(),
            "volume "
                + quote(volume.name())
                + " is "
                + mode
                + ", which "
                + type
                + " can't be: a pod on a second node would not start",
            "use an access mode that the storage has");
      }
    }
  }

  private static void mountOptions(Volume volume, Findings findings) {
    String type = volume.source().value().type();
    if (!volume.mountOptions().isEmpty() && (type.equals("hostPath") || type.equals("local"))) {
      findings.warn(
          Code.USELESS_MOUNT_OPTIONS,
          List.of(volume),
          volume.source().span(),
          "volume " + quote(volume.name()) + " has mountOptions, which " + type + " does not use",
          "leave mountOptions out");
    }
  }
}
