package dev.fairlead.adopt;

import static dev.fairlead.adopt.ServerPart.always;
import static dev.fairlead.adopt.ServerPart.saved;

import java.util.ArrayList;
import java.util.List;

/**
 * What clusters write into volumes, claims and workloads. The table in docs/adopting.md is the
 * same. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">ObjectMeta</a>
 * and <a href="https://kubernetes.io/docs/reference/labels-annotations-taints/">well-known
 * annotations</a>.
 */
final class ServerParts {
  private static final String VOLUME = "PersistentVolume";
  private static final String CLAIM = "PersistentVolumeClaim";
  private static final String BINDER = "the volume binder";
  private static final String DEFAULT = "a default of the API server";

  private static final List<ServerPart> STORAGE =
      List.of(
          always("the cluster", "status"),
          always("the API server", "metadata", "uid"),
          always("the API server", "metadata", "resourceVersion"),
          always("the API server", "metadata", "generation"),
          always("the API server", "metadata", "creationTimestamp"),
          always("the API server", "metadata", "selfLink"),
          always("the API server", "metadata", "managedFields"),
          always("controllers", "metadata", "ownerReferences"),
          annotation(always("kubectl apply", "kubectl.kubernetes.io/last-applied-configuration")),
          annotation(saved("the provisioner", "pv.kubernetes.io/provisioned-by")),
          annotation(always(BINDER, "pv.kubernetes.io/*")),
          annotation(always("the scheduler and provisioners", "volume.kubernetes.io/*")),
          annotation(always(BINDER, "volume.beta.kubernetes.io/storage-provisioner")),
          finalizer(saved("the API server", "kubernetes.io/pv-protection")),
          finalizer(saved("the API server", "kubernetes.io/pvc-protection")),
          finalizer(saved("the volume controller", "kubernetes.io/pv-controller")),
          finalizer(
              saved("the provisioner", "external-provisioner.volume.kubernetes.io/finalizer")),
          finalizer(saved("the attacher", "external-attacher/*")),
          finalizer(saved("snapshots", "snapshot.storage.kubernetes.io/*")),
          always(BINDER, "spec", "claimRef", "uid").of(VOLUME),
          always(BINDER, "spec", "claimRef", "resourceVersion").of(VOLUME),
          saved(DEFAULT, "spec", "hostPath", "type").of(VOLUME).is(""),
          saved(DEFAULT, "spec", "iscsi", "iscsiInterface").of(VOLUME).is("default"));

  private ServerParts() {}

  /** All rows of the table. */
  static List<ServerPart> all() {
    List<ServerPart> all = new ArrayList<>(STORAGE);
    all.addAll(WorkloadServerParts.all());
    return all;
  }

  private static ServerPart annotation(ServerPart key) {
    return below("annotations", key);
  }

  private static ServerPart finalizer(ServerPart name) {
    ServerPart item = below("finalizers", name);
    return new ServerPart(
        item.kinds(),
        List.of("metadata", "finalizers", "[]"),
        name.path().get(0),
        item.when(),
        item.why());
  }

  private static ServerPart below(String field, ServerPart part) {
    List<String> path = List.of("metadata", field, part.path().get(0));
    return new ServerPart(part.kinds(), path, part.value(), part.when(), part.why());
  }
}
