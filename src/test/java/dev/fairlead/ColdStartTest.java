package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JDK 17 takes about 50 microseconds to link each lambda, and a run of a short spec executes every
 * rule once.
 */
class ColdStartTest {
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: shop, namespace: shop, labels: {team: shop}}
      volumes:
      - name: data
        storage: 50Gi
        mountOptions: [noatime]
        csi: {driver: ebs.csi.aws.com, volumeHandle: vol-0a1b2c3d4e5f60718}
        topology: {topology.kubernetes.io/zone: eu-west-1b}
        reserve: true
      - name: logs
        storage: 5Gi
        accessModes: [ReadWriteMany]
        nfs: {server: files.example.com, path: /logs}
      claims:
      - {name: logs, volume: logs}
      workloads:
      - name: web
        kind: Deployment
        spec: {strategy: {type: Recreate}}
        containers:
        - {name: app, image: "nginx:1.27", mounts: {/data: data, /logs: {claim: logs, readOnly: true}}}
      """;

  @TempDir Path temp;

  @Test
  void aRunWithoutFindingsLinksNoLambdas() throws Exception {
    Path spec = Files.writeString(temp.resolve("shop.fairlead.yaml"), SPEC);
    assertNoLambdas(classesLoadedBy("render", spec.toString()));
    String rendered = Cli.run("render", spec.toString()).out();
    Path manifests = Files.writeString(temp.resolve("shop.yaml"), rendered);
    assertNoLambdas(classesLoadedBy("verify", manifests.toString()));
  }

  private static void assertNoLambdas(List<String> loaded) {
    assertTrue(loaded.stream().anyMatch(line -> line.contains("dev.fairlead.check.ZonalDisks ")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(
                line ->
                    line.matches(
                        ".*dev\\.fairlead\\.(check|driver|spec|binding|csi|wiring|manifest|tree)\\..*Lambda.*"))
            .toList());
  }

  private List<String> classesLoadedBy(String... args) throws IOException, InterruptedException {
    Path log = temp.resolve("classes.log");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + log,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.fairlead.cli.Main");
    java.command().addAll(List.of(args));
    Process process = java.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return Files.readAllLines(log);
  }
}
