package dev.fairlead.csi;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates an in-tree source into the source of the CSI driver that serves it today, in the same
 * way as Kubernetes does for stored volumes. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#migrating-to-csi-drivers-from-in-tree-plugins">CSI
 * migration</a>.
 */
public final class CsiTranslation {
  private static final String RESOURCE_GROUP = "kubernetes.io/azure-file-resource-group";
  private static final String SECRET_NAME = "openstorage.io/auth-secret-name";
  private static final String SECRET_NAMESPACE = "openstorage.io/auth-secret-namespace";
  private static final Pattern ACCOUNT = Pattern.compile("azure-storage-account-(.+)-secret");
  private static final Pattern EBS_URI = Pattern.compile("aws://[^/]*/(vol-[^/]*)");
  private static final List<String> SECRET_REFS =
      List.of(
          "controllerExpandSecretRef",
          "controllerPublishSecretRef",
          "nodeExpandSecretRef",
          "nodePublishSecretRef",
          "nodeStageSecretRef");

  private final Volume volume;
  private final Mapping in;
  private final CsiSource csi;
  private final Optional<String> project;
  private final Diagnostics diagnostics;

  private CsiTranslation(Volume volume, Optional<String> project, Diagnostics diagnostics) {
    this.volume = volume;
    this.project = project;
    this.in = volume.source().value().fields();
    this.csi = new CsiSource(volume, diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * The volume with a csi source; the volume itself if no CSI driver replaces its source. With a
   * project of Google Cloud, the handle of a disk is complete.
   */
  public static Volume translate(Volume volume, Optional<String> project, Diagnostics diagnostics) {
    return new CsiTranslation(volume, project, diagnostics).translate();
  }

  private Volume translate() {
    return switch (volume.source().value().type()) {
      case AWS_ELASTIC_BLOCK_STORE -> elasticBlockStore();
      case AZURE_DISK -> azureDisk();
      case AZURE_FILE -> azureFile();
      case CINDER -> cinder();
      case GCE_PERSISTENT_DISK -> persistentDisk();
      case PORTWORX_VOLUME -> portworx();
      case VSPHERE_VOLUME -> vsphere();
      case CSI, FC, FLEX_VOLUME, HOST_PATH, ISCSI, LOCAL, NFS -> volume;
      case CEPHFS, FLOCKER, GLUSTERFS, PHOTON_PERSISTENT_DISK -> volume;
      case QUOBYTE, RBD, SCALE_IO, STORAGEOS -> volume;
    };
  }

  private Volume elasticBlockStore() {
    String id = text("volumeID");
    Matcher uri = EBS_URI.matcher(id);
    if (id.startsWith("aws://") && !uri.matches()) {
      csi.fail("volumeID", message("is {}; accepted: vol-<id> and aws://<zone>/vol-<id>", id));
    }
    csi.attribute("partition", in.text("partition").orElse("0"));
    csi.copy("fsType");
    csi.copyReadOnly();
    CsiTopology topology = new CsiTopology(volume).zone("topology.ebs.csi.aws.com/zone");
    return csi.result(uri.matches() ? uri.group(1) : id, topology.affinity());
  }

  private Volume persistentDisk() {
    String partition = in.text("partition").orElse("0");
    csi.attribute("partition", partition.equals("0") ? "" : partition);
    csi.copy("fsType");
    csi.copyReadOnly();
    PersistentDisk disk = new PersistentDisk(volume, project, csi, diagnostics);
    String handle = disk.handle(text("pdName"));
    Located<List<AccessMode>> modes = disk.accessModes();
    CsiTopology topology = new CsiTopology(volume).zone("topology.gke.io/zone");
    return csi.result(handle, topology.affinity()).withAccessModes(modes);
  }

  private Volume azureDisk() {
    csi.attribute("kind", in.text("kind").orElse("Managed"));
    in.text("cachingMode").ifPresent(mode -> csi.attribute("cachingmode", mode));
    in.text("fsType").ifPresent(type -> csi.attribute("fstype", type));
    csi.copy("fsType");
    csi.copyReadOnly();
    return csi.result(text("diskURI"), volume.nodeAffinity());
  }

  private Volume azureFile() {
    String secret = text("secretName");
    Optional<String> namespace =
        in.text("secretNamespace").or(() -> volume.claimRef().map(ref -> ref.value().namespace()));
    if (namespace.isEmpty()) {
      csi.fail(
          "secretName", "has no namespace: write secretNamespace, or reserve or bind the volume");
    }
    Matcher account = ACCOUNT.matcher(secret);
    String share = text("shareName");
    csi.attribute("sharename", share);
    csi.secretRefs(
        List.of("nodeStageSecretRef"),
        new Located<>(secret, in.spanOf("secretName")),
        new Located<>(namespace.orElse(""), in.spanOf("secretNamespace")));
    csi.copyReadOnly();
    String handle =
        String.join(
            "#",
            volume.metadata().annotations().text(RESOURCE_GROUP).orElse(""),
            account.find() ? account.group(1) : secret,
            share,
            volume.name(),
            namespace.orElse(""));
    return csi.result(handle, volume.nodeAffinity());
  }

  private Volume cinder() {
    csi.copy("fsType");
    csi.copyReadOnly();
    if (in.get("secretRef").isPresent()) {
      csi.lost(
          "secretRef", "configure the driver itself: cinder.csi.openstack.org takes no secretRef");
    }
    CsiTopology topology = new CsiTopology(volume).zone("topology.cinder.csi.openstack.org/zone");
    return csi.result(text("volumeID"), topology.affinity());
  }

  private Volume vsphere() {
    csi.copy("fsType");
    in.text("storagePolicyName").ifPresent(name -> csi.attribute("storagepolicyname", name));
    if (in.get("storagePolicyID").isPresent()) {
      csi.lost("storagePolicyID", "write storagePolicyName: only the policy's name is passed on");
    }
    CsiTopology topology =
        new CsiTopology(volume)
            .vsphereZone("topology.csi.vmware.com/zone")
            .vsphereRegion("topology.csi.vmware.com/region");
    return csi.result(text("volumePath"), topology.affinity());
  }

  private Volume portworx() {
    csi.copy("fsType");
    if (in.isTrue("readOnly")) {
      csi.lost("readOnly", "make the mounts readOnly: true");
    }
    Mapping annotations = volume.metadata().annotations();
    String secret = annotations.text(SECRET_NAME).orElse("");
    String namespace = annotations.text(SECRET_NAMESPACE).orElse("");
    if (!secret.isEmpty() && !namespace.isEmpty()) {
      csi.secretRefs(
          SECRET_REFS,
          new Located<>(secret, annotations.spanOf(SECRET_NAME)),
          new Located<>(namespace, annotations.spanOf(SECRET_NAMESPACE)));
    }
    return csi.result(text("volumeID"), volume.nodeAffinity());
  }

  private String text(String field) {
    return in.text(field).orElse("");
  }
}
