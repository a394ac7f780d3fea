package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The commands of the Config Management Plugin, run as in Argo CD's sidecar: by another user (if
 * the tests run as root), in a read-only checkout, without HOME.
 */
class ArgoCdTest {
  private static final Path EXAMPLE = Path.of("examples", "argocd");
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  @TempDir Path temp;
  private Path bin;
  private Path checkout;

  @BeforeEach
  void install() throws IOException {
    open(temp);
    bin = open(Files.createDirectory(temp.resolve("bin")));
    checkout = open(Files.createDirectory(temp.resolve("checkout")));
    Installed.copiedTo(bin);
    Path script = bin.resolve("fairlead-argocd");
    Files.copy(EXAMPLE.resolve("fairlead-argocd"), script);
    open(script);
  }

  @AfterEach
  void makeWritable() throws IOException {
    permit(checkout, "rwxr-xr-x");
  }

  private static Path open(Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void permit(Path folder, String folders) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(Files.isDirectory(file) ? folders : "r--r--r--"));
      }
    }
  }

  private Result run(String phase) throws IOException {
    permit(checkout, "r-xr-xr-x");
    List<String> command = new ArrayList<>(List.of("env", "-i", "PATH=" + bin + ":" + path()));
    if (ROOT) {
      command.addAll(0, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(plugin(phase));
    return External.run(checkout, Map.of(), command);
  }

  private static String path() {
    return System.getenv("PATH");
  }

  @SuppressWarnings("unchecked")
  private static List<String> plugin(String phase) throws IOException {
    Object plugin =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(EXAMPLE.resolve("plugin.yaml")));
    Map<String, Object> spec = (Map<String, Object>) ((Map<String, Object>) plugin).get("spec");
    Object command =
        phase.equals("discover")
            ? ((Map<String, Map<String, Object>>) spec.get("discover")).get("find").get("command")
            : ((Map<String, Object>) spec.get("generate")).get("command");
    return (List<String>) command;
  }

  private void copy(Path example) throws IOException {
    try (Stream<Path> files = Files.list(example)) {
      for (Path file : files.filter(f -> !f.endsWith("expected.yaml")).toList()) {
        Files.copy(file, checkout.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aFolderOfSpecsIsRendered() throws IOException {
    Files.copy(
        Path.of("testdata", "docs", "shop.fairlead.yaml"), checkout.resolve("é.fairlead.yaml"));
    assertFalse(run("discover").out().isBlank());
    Result result = run("generate");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().startsWith("apiVersion: v1\nkind: PersistentVolume\n"), result.out());
  }

  @Test
  void aKustomizationIsBuilt() throws IOException {
    External.require("kustomize");
    copy(Path.of("examples", "kustomize", "existing"));
    Result result = run("generate");
    assertEquals(0, result.code(), result.err());
    assertEquals(
        Files.readString(Path.of("examples", "kustomize", "existing", "expected.yaml")),
        result.out());
  }

  @Test
  void emptyOutputIsAnError() throws IOException {
    External.require("kustomize");
    assertTrue(run("discover").out().isBlank());
    Result specs = run("generate");
    assertNotEquals(0, specs.code());
    assertEquals("", specs.out());
    makeWritable();
    Files.writeString(checkout.resolve("kustomization.yaml"), "resources: []\n");
    Result kustomization = run("generate");
    assertNotEquals(0, kustomization.code());
    assertEquals("", kustomization.out());
  }

  @Test
  void manifestsThatCantBindAreNotPrinted() throws IOException {
    External.require("kustomize");
    copy(Path.of("examples", "kustomize", "generator"));
    Files.writeString(
        checkout.resolve("kustomization.yaml"),
        "generators: [disks.fairlead.yaml]\npatches:\n- patch: |\n    apiVersion: v1\n"
            + "    kind: PersistentVolume\n    metadata: {name: data}\n"
            + "    spec: {capacity: {storage: 1Gi}}\n");
    Result result = run("generate");
    assertNotEquals(0, result.code());
    assertEquals("", result.out());
    assertTrue(result.err().contains("[claim-too-large]"), result.err());
  }
}
