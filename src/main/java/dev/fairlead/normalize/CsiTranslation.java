package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Translated;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes an in-tree source as the source of the CSI driver that serves it today, as Kubernetes does
 * itself for volumes it has stored. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#migrating-to-csi-drivers-from-in-tree-plugins">CSI
 * migration</a>.
 */
final class CsiTranslation {
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
  private final Tree.Mapping in;
  private final Span span;
  private final Diagnostics diagnostics;
  private final Map<String, Tree> csi = new HashMap<>();
  private final Map<String, Tree> attributes = new HashMap<>();
  private final List<Translated> warnings = new ArrayList<>();

  private CsiTranslation(Volume volume, Diagnostics diagnostics) {
    this.volume = volume;
    this.in = volume.source().value().fields();
    this.span = volume.source().span();
    this.diagnostics = diagnostics;
  }

  /** The volume with a csi source; as it was, if its source has no CSI driver to go to. */
  static Volume translate(Volume volume, Diagnostics diagnostics) {
    return new CsiTranslation(volume, diagnostics).translate();
  }

  private Volume translate() {
    return switch (volume.source().value().type()) {
      case "awsElasticBlockStore" -> elasticBlockStore();
      case "azureDisk" -> azureDisk();
      case "azureFile" -> azureFile();
      case "cinder" -> cinder();
      case "gcePersistentDisk" -> persistentDisk();
      case "portworxVolume" -> portworx();
      case "vsphereVolume" -> vsphere();
      default -> volume;
    };
  }

  private Volume elasticBlockStore() {
    String id = in.text("volumeID").orElse("");
    Matcher uri = EBS_URI.matcher(id);
    if (id.startsWith("aws://") && !uri.matches()) {
      fail("volumeID", "is " + quote(id) + "; accepted: vol-<id> and aws://<zone>/vol-<id>");
    }
    attribute("partition", in.text("partition").orElse("0"));
    copy("fsType");
    copyReadOnly();
    CsiTopology topology = new CsiTopology(volume).zone("topology.ebs.csi.aws.com/zone");
    return result("ebs.csi.aws.com", uri.matches() ? uri.group(1) : id, topology.affinity());
  }

  private Volume persistentDisk() {
    String partition = in.text("partition").orElse("0");
    attribute("partition", partition.equals("0") ? "" : partition);
    copy("fsType");
    copyReadOnly();
    String handle = "projects/UNSPECIFIED/" + location() + "/disks/" + in.text("pdName").orElse("");
    CsiTopology topology = new CsiTopology(volume).zone("topology.gke.io/zone");
    At<List<AccessMode>> modes = persistentDiskModes();
    return result("pd.csi.storage.gke.io", handle, topology.affinity()).withAccessModes(modes);
  }

  /** Where the disk is: GCE reads the beta label first, and never the node affinity. */
  private String location() {
    List<String> zones = CsiTopology.zonesForHandle(volume);
    if (zones.isEmpty()) {
      warnings.add(
          new Translated(
              Code.DISK_WITHOUT_ZONE,
              span,
              "the handle of volume "
                  + quote(volume.name())
                  + " has no zone, which only Kubernetes itself completes at attach time",
              "label the volume with topology.kubernetes.io/zone, or write a csi source with the"
                  + " whole handle"));
      return "zones/UNSPECIFIED";
    }
    if (zones.size() == 1) {
      return "zones/" + zones.get(0);
    }
    List<String> regions =
        zones.stream().map(zone -> zone.replaceFirst("-[^-]*$", "")).distinct().toList();
    if (regions.size() > 1) {
      fail("pdName", "is a disk in zones of several regions: " + String.join(", ", zones));
    }
    return "regions/" + regions.get(0);
  }

  private At<List<AccessMode>> persistentDiskModes() {
    List<AccessMode> modes = volume.accessModes().value();
    if (modes.contains(AccessMode.READ_WRITE_ONCE_POD)) {
      diagnostics.add(
          Code.CSI_TRANSLATION,
          volume.accessModes().span(),
          "volume "
              + quote(volume.name())
              + " is ReadWriteOncePod, which the translation of gcePersistentDisk turns into"
              + " ReadWriteOnce",
          "write the csi source itself");
      return volume.accessModes();
    }
    boolean readOnly = modes.stream().allMatch(AccessMode.READ_ONLY_MANY::equals);
    boolean plain = modes.equals(List.of(AccessMode.READ_WRITE_ONCE));
    if (readOnly || plain) {
      return volume.accessModes();
    }
    warnings.add(
        new Translated(
            Code.ACCESS_MODES_REWRITTEN,
            volume.accessModes().span(),
            "volume "
                + quote(volume.name())
                + " has the access modes "
                + modes
                + ", which the translation of gcePersistentDisk turns into ReadWriteOnce",
            "write accessModes: [ReadWriteOnce], or the csi source itself"));
    return new At<>(List.of(AccessMode.READ_WRITE_ONCE), volume.accessModes().span());
  }

  private Volume azureDisk() {
    attribute("kind", in.text("kind").orElse("Managed"));
    in.text("cachingMode").ifPresent(mode -> attribute("cachingmode", mode));
    in.text("fsType").ifPresent(type -> attribute("fstype", type));
    copy("fsType");
    copyReadOnly();
    return result("disk.csi.azure.com", in.text("diskURI").orElse(""), volume.nodeAffinity());
  }

  private Volume azureFile() {
    String secret = in.text("secretName").orElse("");
    Optional<String> namespace =
        in.text("secretNamespace").or(() -> volume.claimRef().map(ref -> ref.value().namespace()));
    if (namespace.isEmpty()) {
      fail("secretName", "has no namespace: write secretNamespace, or reserve or bind the volume");
    }
    Matcher account = ACCOUNT.matcher(secret);
    String share = in.text("shareName").orElse("");
    attribute("sharename", share);
    csi.put("nodeStageSecretRef", secretRef(secret, namespace.orElse("")));
    copyReadOnly();
    String handle =
        String.join(
            "#",
            volume.metadata().annotations().getOrDefault(RESOURCE_GROUP, ""),
            account.find() ? account.group(1) : secret,
            share,
            volume.name(),
            namespace.orElse(""));
    return result("file.csi.azure.com", handle, volume.nodeAffinity());
  }

  private Volume cinder() {
    copy("fsType");
    copyReadOnly();
    in.get("secretRef").ifPresent(ref -> lost("secretRef", "cinder.csi.openstack.org takes none"));
    CsiTopology topology = new CsiTopology(volume).zone("topology.cinder.csi.openstack.org/zone");
    return result("cinder.csi.openstack.org", in.text("volumeID").orElse(""), topology.affinity());
  }

  private Volume vsphere() {
    copy("fsType");
    in.text("storagePolicyName").ifPresent(name -> attribute("storagepolicyname", name));
    in.get("storagePolicyID")
        .ifPresent(id -> lost("storagePolicyID", "only the policy's name is handed on"));
    CsiTopology topology =
        new CsiTopology(volume)
            .vsphere("zone", "topology.csi.vmware.com/zone")
            .vsphere("region", "topology.csi.vmware.com/region");
    return result("csi.vsphere.vmware.com", in.text("volumePath").orElse(""), topology.affinity());
  }

  private Volume portworx() {
    copy("fsType");
    if (in.isTrue("readOnly")) {
      lost("readOnly", "make the mounts readOnly");
    }
    Map<String, String> annotations = volume.metadata().annotations();
    if (annotations.containsKey(SECRET_NAME) && annotations.containsKey(SECRET_NAMESPACE)) {
      Tree ref = secretRef(annotations.get(SECRET_NAME), annotations.get(SECRET_NAMESPACE));
      SECRET_REFS.forEach(field -> csi.put(field, ref));
    }
    return result("pxd.portworx.com", in.text("volumeID").orElse(""), volume.nodeAffinity());
  }

  private Volume result(String driver, String handle, Optional<Tree.Mapping> affinity) {
    csi.put("driver", Trees.text(driver, span));
    csi.put("volumeHandle", Trees.text(handle, span));
    if (!attributes.isEmpty()) {
      csi.put("volumeAttributes", Tree.Mapping.of(attributes, span));
    }
    VolumeSource source = new VolumeSource("csi", Tree.Mapping.of(csi, span));
    return volume.translated(new At<>(source, span), affinity, warnings);
  }

  private void copy(String field) {
    in.get(field).ifPresent(value -> csi.put(field, value));
  }

  private void copyReadOnly() {
    if (in.isTrue("readOnly")) {
      copy("readOnly");
    }
  }

  private void attribute(String name, String value) {
    attributes.put(name, Trees.text(value, span));
  }

  private Tree secretRef(String name, String namespace) {
    return Tree.Mapping.of(
        Map.of("name", Trees.text(name, span), "namespace", Trees.text(namespace, span)), span);
  }

  private void lost(String field, String hint) {
    warnings.add(
        new Translated(
            Code.LOST_IN_TRANSLATION,
            in.get(field).map(Tree::span).orElse(span),
            volume.source().value().type()
                + "."
                + field
                + " of volume "
                + quote(volume.name())
                + " is lost in the translation to CSI",
            hint));
  }

  private void fail(String field, String problem) {
    diagnostics.add(
        Code.CSI_TRANSLATION,
        in.get(field).map(Tree::span).orElse(span),
        volume.source().value().type()
            + "."
            + field
            + " of volume "
            + quote(volume.name())
            + " "
            + problem);
  }
}
