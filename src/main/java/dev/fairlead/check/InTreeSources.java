package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Translated;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.List;
import java.util.Map;

/**
 * In-tree sources whose code Kubernetes has removed: it hands the volume to a CSI driver, which
 * must be installed. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#migrating-to-csi-drivers-from-in-tree-plugins">CSI
 * migration</a>.
 */
final class InTreeSources implements Rule {
  /** Version that removed the code, and driver. */
  private static final Map<String, List<String>> REMOVED =
      Map.of(
          "awsElasticBlockStore", List.of("1.27", "ebs.csi.aws.com"),
          "azureDisk", List.of("1.27", "disk.csi.azure.com"),
          "azureFile", List.of("1.30", "file.csi.azure.com"),
          "cinder", List.of("1.26", "cinder.csi.openstack.org"),
          "gcePersistentDisk", List.of("1.28", "pd.csi.storage.gke.io"),
          "vsphereVolume", List.of("1.30", "csi.vsphere.vmware.com"));

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      removed(volume, findings);
      for (Translated change : volume.translated()) {
        findings.warn(
            change.code(), List.of(volume), change.span(), change.message(), change.hint());
      }
    }
  }

  private static void removed(Volume volume, Findings findings) {
    if (VolumeSource.REMOVED.contains(volume.source().value().type())) {
      findings.add(
          Code.REMOVED_SOURCE,
          volume.source().span(),
          volume.source().value().type()
              + " of volume "
              + quote(volume.name())
              + ": nothing mounts such volumes any more",
          "use the CSI driver of the storage, if there is one");
    }
    List<String> removal = REMOVED.get(volume.source().value().type());
    if (removal != null) {
      findings.warn(
          Code.REMOVED_PLUGIN,
          List.of(volume),
          volume.source().span(),
          volume.source().value().type()
              + " of volume "
              + quote(volume.name())
              + " was removed in Kubernetes "
              + removal.get(0)
              + " and is handed to the driver "
              + removal.get(1)
              + ", which must be installed",
          findings.hint(
              "write csiMigration: true to have the csi source written here",
              "write csi: {driver: " + removal.get(1) + ", volumeHandle: <id>} instead"));
    }
  }
}
