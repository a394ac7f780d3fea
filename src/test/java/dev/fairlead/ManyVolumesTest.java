package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renders 20,000 volumes in a JVM with about twice the memory of their trees and models. */
class ManyVolumesTest {
  private static final int COUNT = 20_000;

  @TempDir private Path temp;
  private Path out;
  private Path err;

  @BeforeEach
  void nameFiles() {
    out = temp.resolve("out");
    err = temp.resolve("err");
  }

  @Test
  void allAreRendered() throws Exception {
    assertEquals(0, render(volumes()));
    assertEquals("", Files.readString(err));
    try (Stream<String> lines = Files.lines(out)) {
      Map<Boolean, Long> kinds =
          lines
              .filter(line -> line.startsWith("kind: "))
              .collect(
                  Collectors.partitioningBy(line -> line.endsWith("Claim"), Collectors.counting()));
      assertEquals(Map.of(true, (long) COUNT, false, (long) COUNT), kinds);
    }
  }

  @Test
  void anErrorInTheLastOnePrintsNoManifest() throws Exception {
    assertEquals(1, render(volumes().replace("volume-19999\n", "Volume-19999\n")));
    assertEquals("", Files.readString(out));
    String findings = Files.readString(err);
    assertTrue(findings.contains("\"Volume-19999\""), findings);
  }

  private int render(String spec) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fairlead.cli.Main",
                "render",
                Files.writeString(temp.resolve("long.yaml"), spec).toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
    return process.exitValue();
  }

  private static String volumes() {
    StringBuilder spec = new StringBuilder();
    spec.append("apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata:\n  name: long\n");
    spec.append("  labels: {example.com/part-of: shop}\n");
    spec.append("defaults: {accessModes: [ReadWriteOnce]}\n");
    spec.append("volumes:\n");
    for (int i = 0; i < COUNT; i++) {
      spec.append("  - name: volume-").append(i).append('\n');
      spec.append("    storage: ").append(10 + i % 90).append("Gi\n");
      spec.append("    storageClassName: fast\n");
      spec.append("    labels:\n      app: shop-").append(i % 97).append("\n      tier: backend\n");
      spec.append("      team: storage\n      env: production\n");
      spec.append("    topology:\n      topology.kubernetes.io/zone: eu-central-1a\n");
      spec.append("    csi:\n      driver: csi.example.com\n      fsType: ext4\n");
      spec.append("      volumeHandle: handle-").append(i).append('\n');
      spec.append("    reserve:\n      namespace: shop\n");
    }
    return spec.toString();
  }
}
