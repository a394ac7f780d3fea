package dev.fairlead.model;

import dev.fairlead.tree.Mapping;

/**
 * The disk behind a volume: the type of the source, such as {@code csi}, and its fields as in
 * Kubernetes. The fields are plain data, so a new field needs only a line in the schema.
 */
public record VolumeSource(SourceType type, Mapping fields) {
  /** Whether the disk is attached and mounted read-only. */
  public boolean readOnly() {
    return fields.isTrue("readOnly");
  }

  /** Whether it is a {@code csi} source. */
  public boolean isCsi() {
    return type == SourceType.CSI;
  }

  /** The name of the CSI driver; empty for other sources. */
  public String driver() {
    return isCsi() ? fields.text("driver").orElse("") : "";
  }
}
