package dev.fairlead.model;

import dev.fairlead.tree.Mapping;

/**
 * The disk behind a volume: the key of the PersistentVolumeSource, as {@code csi}, and its fields
 * as in Kubernetes. Sources are data, so that a new field is a line in the schema.
 */
public record VolumeSource(SourceType type, Mapping fields) {
  /** Whether the disk is attached and mounted read-only. */
  public boolean readOnly() {
    return fields.isTrue("readOnly");
  }

  /** Whether a CSI driver is named, rather than a plugin that is or was part of Kubernetes. */
  public boolean isCsi() {
    return type == SourceType.CSI;
  }

  /** The CSI driver that is named; empty for other sources. */
  public String driver() {
    return isCsi() ? fields.text("driver").orElse("") : "";
  }
}
