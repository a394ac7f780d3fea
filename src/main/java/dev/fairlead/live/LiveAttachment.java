package dev.fairlead.live;

import dev.fairlead.tree.Mapping;

/**
 * A VolumeAttachment: a disk that is to be attached to a node. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume-attachment-v1/">VolumeAttachment</a>.
 */
public record LiveAttachment(Mapping manifest) implements Live {
  /** The name of the volume; empty for a volume of a pod's own. */
  public String volumeName() {
    return spec().mapping("source").stringOr("persistentVolumeName", "");
  }

  /** The name of the node. */
  public String nodeName() {
    return spec().stringOr("nodeName", "");
  }

  /** Whether the disk is attached. */
  public boolean isAttached() {
    return status().isTrue("attached");
  }
}
