package dev.fairlead.bench;

/** The manifests of a volume of {@link Specs}, printed by hard-coded strings. */
final class ByHand {
  private static final String LABELS =
      """
          example.com/cost-center: "4711"
          example.com/managed-by: fairlead-bench
          example.com/part-of: bench
      """;

  private ByHand() {}

  static String manifests(int number) {
    String digits = Integer.toString(1_000_000 + number).substring(1);
    StringBuilder out = new StringBuilder(1500);
    out.append("apiVersion: v1\nkind: PersistentVolume\nmetadata:\n  annotations:\n");
    out.append("    example.com/owner: team-payments\n  labels:\n");
    out.append("    app.kubernetes.io/name: bench\n    disk: data-").append(digits).append('\n');
    out.append(LABELS).append("  name: data-").append(digits);
    out.append("\nspec:\n  accessModes:\n  - ReadWriteOnce\n  capacity:\n    storage: 50Gi\n");
    out.append("  claimRef:\n    apiVersion: v1\n    kind: PersistentVolumeClaim\n");
    out.append("    name: pvc-data-").append(digits).append("\n    namespace: bench\n  csi:\n");
    out.append("    driver: ebs.csi.aws.com\n    fsType: ext4\n");
    out.append("    volumeHandle: vol-0a1b2c3d4e5").append(digits);
    out.append("\n  mountOptions:\n  - noatime\n  - nodiratime\n  nodeAffinity:\n    required:\n");
    out.append("      nodeSelectorTerms:\n      - matchExpressions:\n");
    out.append("        - key: topology.kubernetes.io/zone\n          operator: In\n");
    out.append("          values:\n          - eu-west-1b\n");
    out.append("  persistentVolumeReclaimPolicy: Retain\n  storageClassName: fastssd\n");
    out.append("  volumeMode: Filesystem\n---\napiVersion: v1\nkind: PersistentVolumeClaim\n");
    out.append("metadata:\n  labels:\n").append(LABELS);
    out.append("  name: pvc-data-").append(digits).append("\n  namespace: bench\nspec:\n");
    out.append("  accessModes:\n  - ReadWriteOnce\n  resources:\n    requests:\n");
    out.append("      storage: 50Gi\n  storageClassName: fastssd\n  volumeMode: Filesystem\n");
    out.append("  volumeName: data-").append(digits).append("\n---\n");
    return out.toString();
  }
}
