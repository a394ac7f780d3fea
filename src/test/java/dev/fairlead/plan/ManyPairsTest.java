package dev.fairlead.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for 10,000 live volumes and claims in a JVM with 1 GiB. */
class ManyPairsTest {
  private static final int COUNT = 10_000;

  @TempDir private Path temp;

  private static final String PAIR =
      """
      {"apiVersion": "v1", "kind": "PersistentVolume",
       "metadata": {"name": "disk-%1$d", "uid": "v-%1$d", "resourceVersion": "7",
        "finalizers": ["kubernetes.io/pv-protection"],
        "managedFields": [{"manager": "kubectl", "fieldsV1": {"f:spec": {"f:csi": {}}}}]},
       "spec": {"accessModes": ["ReadWriteOnce"], "capacity": {"storage": "10Gi"},
        "claimRef": {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "namespace": "shop",
         "name": "pvc-disk-%1$d", "uid": "c-%1$d", "resourceVersion": "6"},
        "csi": {"driver": "csi.example.com", "volumeHandle": "handle-%1$d"},
        "persistentVolumeReclaimPolicy": "Retain", "volumeMode": "Filesystem"},
       "status": {"phase": "Bound"}},
      {"apiVersion": "v1", "kind": "PersistentVolumeClaim",
       "metadata": {"name": "pvc-disk-%1$d", "namespace": "shop", "uid": "c-%1$d",
        "annotations": {"pv.kubernetes.io/bind-completed": "yes"},
        "finalizers": ["kubernetes.io/pvc-protection"]},
       "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "10Gi"}},
        "storageClassName": "", "volumeMode": "Filesystem", "volumeName": "disk-%1$d"},
       "status": {"phase": "Bound", "capacity": {"storage": "10Gi"}}}
      """;

  @Test
  void thereIsNothingToDo() throws Exception {
    List<String> lines = plan("handle-");
    assertEquals("Nothing to do.", lines.get(lines.size() - 1));
    assertEquals(2 * COUNT, lines.stream().filter(line -> line.startsWith("keep ")).count());
  }

  @Test
  void allPairsAreMadeAnew() throws Exception {
    List<String> lines = plan("other-");
    assertEquals(2 * COUNT, lines.stream().filter(line -> line.startsWith("replace ")).count());
  }

  private List<String> plan(String handle) throws IOException, InterruptedException {
    Path dump = temp.resolve("live.json");
    Path spec = temp.resolve("long.fairlead.yaml");
    try (Writer live = Files.newBufferedWriter(dump);
        Writer wanted = Files.newBufferedWriter(spec)) {
      live.write("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n");
      wanted.write("apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: long,");
      wanted.write(" namespace: shop}\nvolumes:\n");
      for (int i = 0; i < COUNT; i++) {
        live.write(PAIR.formatted(i));
        live.write(i + 1 < COUNT ? ",\n" : "]}\n");
        wanted.write("  - {name: disk-" + i + ", storage: 10Gi, reserve: true,");
        wanted.write(" csi: {driver: csi.example.com, volumeHandle: " + handle + i + "}}\n");
      }
    }
    Path out = temp.resolve("out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fairlead.cli.Main",
                "plan",
                "--complete",
                "pods",
                spec.toString(),
                "--live",
                dump.toString()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
    assertEquals(0, process.exitValue(), () -> String.join("\n", command));
    return Files.readAllLines(out);
  }
}
