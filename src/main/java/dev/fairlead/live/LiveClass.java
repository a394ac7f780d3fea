package dev.fairlead.live;

import dev.fairlead.tree.Mapping;
import java.util.List;

/**
 * A StorageClass of a cluster. See <a
 * href="https://kubernetes.io/docs/concepts/storage/storage-classes/">Storage classes</a>.
 */
public record LiveClass(Mapping manifest) implements Live {
  private static final List<String> DEFAULT =
      List.of(
          "storageclass.kubernetes.io/is-default-class",
          "storageclass.beta.kubernetes.io/is-default-class");

  /** The provisioner of a class that only binds volumes which exist. */
  public static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

  /** The name of the provisioner; for CSI that of the driver. */
  public String provisioner() {
    return manifest().stringOr("provisioner", "");
  }

  /** Whether it makes disks. */
  public boolean provisions() {
    return !provisioner().isEmpty() && !provisioner().equals(NO_PROVISIONER);
  }

  /** Whether its claims bind only when a pod needs them. */
  public boolean waitsForConsumer() {
    return manifest().stringOr("volumeBindingMode", "").equals("WaitForFirstConsumer");
  }

  /** Whether its claims may grow. */
  public boolean isExpandable() {
    return manifest().isTrue("allowVolumeExpansion");
  }

  /** Whether it is a default class. Of several, the API server takes the newest. */
  public boolean isDefault() {
    for (String annotation : DEFAULT) {
      if (annotations().stringOr(annotation, "").equals("true")) {
        return true;
      }
    }
    return false;
  }
}
