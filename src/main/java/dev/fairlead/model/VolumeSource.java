package dev.fairlead.model;

import dev.fairlead.diagnostic.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The disk behind a volume: the key of the PersistentVolumeSource, as {@code csi}, and its fields
 * as in Kubernetes. Sources are data, so that a new field is a line in the schema.
 */
public record VolumeSource(String type, Tree.Mapping fields) {
  /** The sources that Kubernetes still serves, itself or through a CSI driver. */
  public static final Set<String> SERVED =
      Set.of(
          "awsElasticBlockStore",
          "azureDisk",
          "azureFile",
          "cinder",
          "csi",
          "fc",
          "flexVolume",
          "gcePersistentDisk",
          "hostPath",
          "iscsi",
          "local",
          "nfs",
          "portworxVolume",
          "vsphereVolume");

  /** The sources that the API server still takes and nothing mounts any more. */
  public static final Set<String> REMOVED =
      Set.of(
          "cephfs",
          "flocker",
          "glusterfs",
          "photonPersistentDisk",
          "quobyte",
          "rbd",
          "scaleIO",
          "storageos");

  /** Whether the API server knows a source of that name. */
  public static boolean isKnown(String type) {
    return SERVED.contains(type) || REMOVED.contains(type);
  }

  /** Who serves the source and whether it can be written to; many volumes agree in this. */
  At<VolumeSource> outline() {
    Span nowhere = fields.span().file().whole();
    Map<String, Tree> kept = new HashMap<>();
    fields.text("driver").ifPresent(name -> kept.put("driver", Tree.Scalar.string(name, nowhere)));
    if (readOnly()) {
      kept.put("readOnly", Tree.Scalar.bool(true, nowhere));
    }
    return new At<>(new VolumeSource(type, Tree.Mapping.of(kept, nowhere)), nowhere);
  }

  /** Whether the disk is attached and mounted read-only. */
  public boolean readOnly() {
    return fields.isTrue("readOnly");
  }

  /** Whether a CSI driver is named, rather than a plugin that is or was part of Kubernetes. */
  public boolean isCsi() {
    return type.equals("csi");
  }
}
