package dev.fairlead.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Specs of any length, with 406 bytes per volume. */
public final class Specs {
  private static final String HEAD =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata:
        name: bench
        namespace: bench
        labels:
          example.com/part-of: bench
          example.com/managed-by: fairlead-bench
          example.com/cost-center: "4711"
      volumes:
      """;

  private static final String VOLUME =
      """
      - name: data-%1$06d
        storage: 50Gi
        accessModes: [ReadWriteOnce]
        storageClassName: fastssd
        csi:
          driver: ebs.csi.aws.com
          volumeHandle: vol-0a1b2c3d4e5%1$06d
          fsType: ext4
        labels: {app.kubernetes.io/name: bench, disk: data-%1$06d}
        annotations: {example.com/owner: team-payments}
        mountOptions: [noatime, nodiratime]
        topology: {topology.kubernetes.io/zone: eu-west-1b}
        reserve: true
      """;

  private Specs() {}

  /** A spec with this number of volumes. */
  public static String of(int volumes) {
    StringBuilder spec = new StringBuilder(HEAD);
    for (int i = 0; i < volumes; i++) {
      spec.append(VOLUME.formatted(i));
    }
    return spec.toString();
  }

  /** Writes a spec. Arguments: FILE VOLUMES. */
  public static void main(String[] args) throws java.io.IOException {
    byte[] spec = of(Integer.parseInt(args[1])).getBytes(StandardCharsets.UTF_8);
    Files.write(Path.of(args[0]), spec);
  }
}
