package dev.fairlead.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of the situations in testdata/plan, run by the shell with the real kubectl against
 * the model cluster: whole, twice, and cut off in the middle.
 */
class PlanScriptTest {
  @TempDir Path folder;

  /** Calls kubectl for the model, until there were as many calls as the file {@code left} says. */
  private static final String KUBECTL =
      """
      #!/bin/sh
      left=$(cat "$FAIRLEAD_MODEL/left")
      if [ "$left" -eq 0 ]; then echo 'cut off' >&2; exit 1; fi
      echo $((left - 1)) >"$FAIRLEAD_MODEL/left"
      # The model has no OpenAPI, and is never slow.
      case $1 in
        create|apply) set -- "$@" --validate=false ;;
        wait|rollout) set -- "$@" --timeout=20s ;;
      esac
      exec %s --server="$FAIRLEAD_SERVER" "$@"
      """;

  @TestFactory
  Stream<DynamicTest> scripts() {
    External.require("kubectl");
    return Golden.cases("plan").stream()
        .filter(path -> Files.exists(path.resolve("expected.sh")))
        .map(path -> dynamicTest(path.toString(), () -> script(path)));
  }

  private void script(Path path) throws IOException {
    ModelCluster cluster = cluster(path);
    Set<String> disks = new HashSet<>();
    cluster.all("pv").forEach(volume -> disks.add(ModelCluster.disk(volume)));
    Random random = new Random(path.toString().hashCode());
    try (ModelServer server = new ModelServer(cluster, random)) {
      int calls = 3 + random.nextInt(20);
      External.Result cut = run(path.resolve("expected.sh"), server, calls);
      if (cut.code() != 0) {
        // The same script, or a new plan for what is there now.
        Path script = random.nextBoolean() ? path.resolve("expected.sh") : replanned(path, cluster);
        External.Result rest = run(script, server, 10_000);
        assertEquals(0, rest.code(), () -> report(rest, server));
      }
      if (cut.code() == 0 || random.nextInt(3) == 0) {
        External.Result again = run(path.resolve("expected.sh"), server, 10_000);
        assertEquals(0, again.code(), () -> report(again, server));
      }
    }
    new ModelControllers(cluster, random).settle();
    disks.retainAll(cluster.deletedDisks);
    assertEquals(Set.of(), disks);
    Cli.Result plan = plan(path, cluster, "text");
    assertEquals("Nothing to do.", plan.out().lines().reduce("", (a, b) -> b), plan.out());
  }

  private static String report(External.Result result, ModelServer server) {
    return result.out() + result.err() + String.join("\n", server.log);
  }

  /** The dump, and what is under it in a real cluster. */
  private static ModelCluster cluster(Path path) throws IOException {
    ModelCluster cluster = new ModelCluster();
    for (ModelObject object : ModelCluster.read(Files.readString(path.resolve("live.yaml")))) {
      cluster.adopt(object);
      if (path.endsWith("pending-on-a-provisioner")) {
        // The provisioner is broken, so that the claim waits.
        object.set("kubernetes.io/no-provisioner", "provisioner");
      }
    }
    for (String namespace : List.of("shop", "flux-system", "argocd")) {
      if (cluster.find("namespace", "", namespace) == null) {
        cluster.put(of("v1", "Namespace", "", namespace, Map.of("phase", "Active")));
      }
    }
    for (ModelObject controller :
        List.of(
            of("argoproj.io/v1alpha1", "Application", "argocd", "shop", Map.of()),
            of(
                "kustomize.toolkit.fluxcd.io/v1",
                "Kustomization",
                "flux-system",
                "storage",
                Map.of()),
            of("helm.toolkit.fluxcd.io/v2", "HelmRelease", "shop", "web", Map.of()))) {
      if (!cluster.objects.containsKey(controller.key())) {
        cluster.put(controller);
      }
    }
    return cluster;
  }

  private static ModelObject of(
      String version, String kind, String namespace, String name, Map<String, Object> status) {
    ModelObject object = new ModelObject(new LinkedHashMap<>());
    object.set(version, "apiVersion");
    object.set(kind, "kind");
    object.set(name, "metadata", "name");
    if (!namespace.isEmpty()) {
      object.set(namespace, "metadata", "namespace");
    }
    object.set(new LinkedHashMap<>(status), "status");
    return object;
  }

  private Path replanned(Path path, ModelCluster cluster) throws IOException {
    Cli.Result plan = plan(path, cluster, "sh");
    assertEquals(0, plan.code(), plan.err());
    return Files.writeString(folder.resolve("again.sh"), plan.out());
  }

  private static Cli.Result plan(Path path, ModelCluster cluster, String output) {
    synchronized (cluster) {
      return Cli.run(
          List.of(
              "plan",
              path.resolve("spec.fairlead.yaml").toString(),
              "--live",
              "-",
              "--complete",
              "pv,pvc,pods,sc",
              "--output",
              output),
          JsonText.of(cluster.dump()).getBytes(StandardCharsets.UTF_8),
          Map.of());
    }
  }

  private External.Result run(Path script, ModelServer server, int calls) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path kubectl = bin.resolve("kubectl");
    if (!Files.exists(kubectl)) {
      String real =
          Stream.of(System.getenv("PATH").split(":"))
              .map(part -> part + "/kubectl")
              .filter(file -> Files.isExecutable(Path.of(file)))
              .findFirst()
              .orElseThrow();
      Files.writeString(kubectl, KUBECTL.formatted(real));
      Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(folder.resolve("left"), calls + "\n");
    return External.run(
        Path.of("."),
        Map.of(
            "PATH",
            bin + ":" + System.getenv("PATH"),
            "KUBECONFIG",
            "/dev/null",
            "HOME",
            folder.toString(),
            "FAIRLEAD_MODEL",
            folder.toString(),
            "FAIRLEAD_SERVER",
            server.url()),
        List.of("sh", script.toString()));
  }
}
