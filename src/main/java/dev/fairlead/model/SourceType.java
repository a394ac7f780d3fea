package dev.fairlead.model;

import static dev.fairlead.model.AccessMode.READ_ONLY_MANY;
import static dev.fairlead.model.AccessMode.READ_WRITE_ONCE;
import static dev.fairlead.model.AccessMode.READ_WRITE_ONCE_POD;
import static dev.fairlead.model.SourceType.Backend.BY_DRIVER;
import static dev.fairlead.model.SourceType.Backend.DISK;
import static dev.fairlead.model.SourceType.Backend.NODE;
import static dev.fairlead.model.SourceType.Backend.REMOVED;
import static dev.fairlead.model.SourceType.Backend.SHARE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys of a PersistentVolumeSource and the facts about each. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes">Types
 * of Persistent Volumes</a>, <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>, and <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#migrating-to-csi-drivers-from-in-tree-plugins">CSI
 * migration</a>.
 */
public enum SourceType {
  AWS_ELASTIC_BLOCK_STORE(
      new Facts("awsElasticBlockStore", DISK, Modes.ONE_WRITER)
          .handle("volumeID")
          .csi("ebs.csi.aws.com")
          .removedIn(27)),
  AZURE_DISK(
      new Facts("azureDisk", DISK, Modes.ONE_WRITER)
          .handle("diskURI")
          .csi("disk.csi.azure.com")
          .removedIn(27)),
  AZURE_FILE(
      new Facts("azureFile", SHARE, Modes.ALL)
          .noRawDevices()
          .csi("file.csi.azure.com")
          .removedIn(30)),
  CINDER(
      new Facts("cinder", DISK, Modes.ALL)
          .handle("volumeID")
          .csi("cinder.csi.openstack.org")
          .removedIn(26)),
  CSI(new Facts("csi", BY_DRIVER, Modes.ALL).handle("volumeHandle").noOldMountOptions()),
  FC(new Facts("fc", DISK, Modes.ONE_WRITER_MANY_READERS).handle("wwids")),
  FLEX_VOLUME(new Facts("flexVolume", BY_DRIVER, Modes.ALL).noRawDevices().noOldMountOptions()),
  GCE_PERSISTENT_DISK(
      new Facts("gcePersistentDisk", DISK, Modes.ONE_WRITER_MANY_READERS)
          .handle("pdName")
          .csi("pd.csi.storage.gke.io")
          .removedIn(28)),
  HOST_PATH(new Facts("hostPath", NODE, Modes.ONE_WRITER).noRawDevices().noOldMountOptions()),
  ISCSI(new Facts("iscsi", DISK, Modes.ONE_WRITER_MANY_READERS).handle("iqn")),
  LOCAL(new Facts("local", NODE, Modes.ONE_WRITER).handle("path").noOldMountOptions()),
  NFS(new Facts("nfs", SHARE, Modes.ALL).noRawDevices()),
  PORTWORX_VOLUME(
      new Facts("portworxVolume", BY_DRIVER, Modes.ALL)
          .handle("volumeID")
          .noRawDevices()
          .csi("pxd.portworx.com")
          .removedIn(36)),
  VSPHERE_VOLUME(
      new Facts("vsphereVolume", DISK, Modes.ONE_WRITER)
          .handle("volumePath")
          .csi("csi.vsphere.vmware.com")
          .removedIn(30)),

  // The API server still accepts these, but no node can mount them.
  CEPHFS(new Facts("cephfs", REMOVED, Modes.ALL)),
  FLOCKER(new Facts("flocker", REMOVED, Modes.ALL)),
  GLUSTERFS(new Facts("glusterfs", REMOVED, Modes.ALL)),
  PHOTON_PERSISTENT_DISK(new Facts("photonPersistentDisk", REMOVED, Modes.ALL)),
  QUOBYTE(new Facts("quobyte", REMOVED, Modes.ALL)),
  RBD(new Facts("rbd", REMOVED, Modes.ALL)),
  SCALE_IO(new Facts("scaleIO", REMOVED, Modes.ALL)),
  STORAGEOS(new Facts("storageos", REMOVED, Modes.ALL));

  /** The kind of storage behind a source. */
  public enum Backend {
    /** A disk that is attached to one node. */
    DISK,
    /** A file share that nodes mount over the network. */
    SHARE,
    /** A part of the node itself. */
    NODE,
    /** The driver decides. */
    BY_DRIVER,
    /** Nothing: Kubernetes has removed the plugin. */
    REMOVED
  }

  private static final Map<String, SourceType> BY_KEY = new HashMap<>();

  static {
    for (SourceType type : values()) {
      BY_KEY.put(type.facts.key, type);
    }
  }

  private final Facts facts;

  SourceType(Facts facts) {
    this.facts = facts;
  }

  /** The source with this key, such as {@code csi}, if the API server knows it. */
  public static Optional<SourceType> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** The keys of all sources, including removed ones, in alphabetical order. */
  public static List<String> keys() {
    return List.copyOf(new TreeSet<>(BY_KEY.keySet()));
  }

  /** The kind of storage behind it. */
  public Backend backend() {
    return facts.backend;
  }

  /** Whether Kubernetes still mounts it, itself or through a CSI driver. */
  public boolean isServed() {
    return facts.backend != REMOVED;
  }

  /** The field that names the disk; empty if several volumes may share one backend. */
  public Optional<String> handleField() {
    return Optional.ofNullable(facts.handleField);
  }

  /**
   * The access modes that it supports, without regard to the rule that ReadWriteOncePod needs CSI.
   */
  public Set<AccessMode> accessModes() {
    return facts.accessModes;
  }

  /** Whether it supports raw block devices. */
  public boolean hasRawDevices() {
    return facts.rawDevices;
  }

  /** Whether the API server accepts mount options for it in the old annotation. */
  public boolean takesOldMountOptions() {
    return facts.oldMountOptions;
  }

  /** The CSI driver that replaces the plugin, if there is one. */
  public Optional<String> csiDriver() {
    return Optional.ofNullable(facts.csiDriver);
  }

  /**
   * The Kubernetes version from which on the driver serves its volumes, if the plugin is removed.
   */
  public Optional<KubernetesVersion> removedIn() {
    return Optional.ofNullable(facts.removedIn);
  }

  /** The key in the spec of a PersistentVolume, such as {@code csi}. */
  @Override
  public String toString() {
    return facts.key;
  }

  private static final class Modes {
    static final Set<AccessMode> ALL = Set.of(AccessMode.values());
    static final Set<AccessMode> ONE_WRITER = Set.of(READ_WRITE_ONCE, READ_WRITE_ONCE_POD);
    static final Set<AccessMode> ONE_WRITER_MANY_READERS =
        Set.of(READ_WRITE_ONCE, READ_WRITE_ONCE_POD, READ_ONLY_MANY);
  }

  /**
   * A row of the table. By default there is no handle field and no driver, and raw devices and
   * mount options in an annotation are supported.
   */
  private static final class Facts {
    private final String key;
    private final Backend backend;
    private final Set<AccessMode> accessModes;
    private String handleField;
    private boolean rawDevices = true;
    private boolean oldMountOptions = true;
    private String csiDriver;
    private KubernetesVersion removedIn;

    Facts(String key, Backend backend, Set<AccessMode> accessModes) {
      this.key = key;
      this.backend = backend;
      this.accessModes = accessModes;
    }

    Facts handle(String field) {
      this.handleField = field;
      return this;
    }

    Facts noRawDevices() {
      this.rawDevices = false;
      return this;
    }

    Facts noOldMountOptions() {
      this.oldMountOptions = false;
      return this;
    }

    Facts csi(String driver) {
      this.csiDriver = driver;
      return this;
    }

    Facts removedIn(int minor) {
      this.removedIn = new KubernetesVersion(minor);
      return this;
    }
  }
}
