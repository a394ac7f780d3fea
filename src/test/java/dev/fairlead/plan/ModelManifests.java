package dev.fairlead.plan;

/** Manifests of what is in a model cluster beside volumes. */
final class ModelManifests {
  private ModelManifests() {}

  static final String WORLD =
      """
      apiVersion: v1
      kind: List
      items:
      - {apiVersion: v1, kind: Namespace, metadata: {name: shop}, status: {phase: Active}}
      - {apiVersion: v1, kind: Namespace, metadata: {name: ops}, status: {phase: Active}}
      - apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: csi.example.com
        allowVolumeExpansion: true
      - apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: slow}
        provisioner: csi.example.com
        volumeBindingMode: WaitForFirstConsumer
      """;

  /** A claim of a spec, or of a stranger. */
  static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: %s, namespace: %s}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 10Gi}}
        storageClassName: "%s"
      """;

  /** A workload of any kind with a template for pods, in the group apps. */
  static final String WORKLOAD =
      """
      apiVersion: apps/v1
      kind: %5$s
      metadata: {name: %s, namespace: %s}
      spec:
        replicas: %d
        selector: {matchLabels: {app: %1$s}}
        template:
          metadata: {labels: {app: %1$s}}
          spec:
            containers: [{name: app, image: "nginx:1.27"}]
            volumes: [{name: data, persistentVolumeClaim: {claimName: %s}}]
      """;
}
