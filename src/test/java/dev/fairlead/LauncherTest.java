package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Checkout;
import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bin/fairlead} for a new user: in a fresh checkout, below a path with spaces and non-ASCII
 * letters. The tests run real builds, share the checkout and depend on each other's order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherTest {
  private static final String BUILDING = "building";
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: a}
      volumes:
        - {name: a, storage: 1Gi, nfs: {server: nfs.example.com, path: /é}}
      """;

  @TempDir static Path temp;
  private static Checkout copy;
  private static Path checkout;
  private static Path elsewhere;
  private static Path spec;

  @BeforeAll
  static void copyCheckout() throws IOException {
    External.require("mvn");
    copy = Checkout.copy(temp.resolve("check out é"));
    checkout = copy.home();
    elsewhere = Files.createDirectories(temp.resolve("else where"));
    spec = Files.writeString(elsewhere.resolve("spec.yaml"), SPEC);
  }

  private static Result launch(Map<String, String> environment, String... args) {
    return copy.launch(elsewhere, environment, args);
  }

  private static void assertRendered(Result result, boolean built) {
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().startsWith("apiVersion: v1\nkind: PersistentVolume\n"), result.out());
    assertEquals(built, result.err().contains(BUILDING), result.err());
    assertEquals(built ? 1 : 0, result.err().lines().count(), result.err());
  }

  /** A PATH on which Maven always fails. */
  private static Map<String, String> withoutMaven() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("no maven"));
    Path mvn = folder.resolve("mvn");
    if (!Files.exists(mvn)) {
      Files.writeString(mvn, "#!/bin/sh\necho 'Maven was asked' >&2\nexit 1\n");
      assertTrue(mvn.toFile().setExecutable(true));
    }
    return Map.of("PATH", folder + ":" + System.getenv("PATH"));
  }

  @Test
  @Order(1)
  void twoFirstUsesAtOnceBothWork() throws Exception {
    CompletableFuture<Result> other =
        CompletableFuture.supplyAsync(() -> launch(Map.of(), "render", spec.toString()));
    Result one = launch(Map.of(), "render", spec.toString());
    Result two = other.get();
    assertEquals(0, one.code(), one.err());
    assertEquals(0, two.code(), two.err());
    assertEquals(one.out(), two.out());
    long built = Stream.of(one, two).filter(result -> result.err().contains(BUILDING)).count();
    assertEquals(1, built, "both built");
  }

  @Test
  @Order(2)
  void laterUsesRunWithoutMaven() throws IOException {
    assertRendered(launch(withoutMaven(), "render", spec.toString()), false);
  }

  @Test
  @Order(3)
  void linksLeadToTheCheckout() throws IOException {
    Path link =
        Files.createSymbolicLink(elsewhere.resolve("link"), checkout.resolve("bin/fairlead"));
    Path second = Files.createDirectories(elsewhere.resolve("bin")).resolve("fairlead");
    Files.createSymbolicLink(second, Path.of("..", link.getFileName().toString()));
    Result result = External.run(elsewhere, "bin/fairlead", "render", "spec.yaml");
    assertRendered(result, false);
    Result bySh =
        External.run(checkout.resolve("bin"), "sh", "fairlead", "render", spec.toString());
    assertRendered(bySh, false);
  }

  @Test
  @Order(4)
  void otherLocalesChangeNothing() throws IOException {
    Path file = Files.writeString(elsewhere.resolve("spéc 漢字.fairlead.yaml"), SPEC);
    for (String locale : List.of("C", "POSIX", "C.UTF-8", "xx_XX.UTF-8")) {
      Map<String, String> environment = Map.of("LC_ALL", locale, "LANG", "");
      Result result = launch(environment, "render", file.getFileName().toString());
      assertRendered(result, false);
      assertTrue(result.out().contains("path: \"/é\""), result.out());
      Files.writeString(elsewhere.resolve("naïve.yaml"), SPEC.replace("storage", "größe"));
      Result bad = launch(environment, "check", "naïve.yaml");
      assertTrue(bad.out().startsWith("naïve.yaml:5:"), bad.out());
      assertTrue(bad.out().contains("größe"), bad.out());
      assertExpanded(environment, file);
    }
  }

  /** The way kustomize calls fairlead. */
  private static void assertExpanded(Map<String, String> environment, Path spec)
      throws IOException {
    Files.writeString(
        elsewhere.resolve("list.yaml"),
        """
        apiVersion: config.kubernetes.io/v1
        kind: ResourceList
        items:
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {ünï: cödé}}
        functionConfig:
          apiVersion: fairlead.dev/v1
          kind: StorageGenerator
          metadata: {name: a}
          files: ["%s"]
        """
            .formatted(spec.getFileName()));
    String command = "'" + checkout + "/bin/fairlead' <list.yaml";
    Result expanded = External.run(elsewhere, environment, List.of("sh", "-c", command));
    assertEquals(0, expanded.code(), expanded.err());
    assertTrue(expanded.out().contains("{ünï: cödé}"), expanded.out());
    assertTrue(expanded.out().contains("path: \"/é\""), expanded.out());
  }

  @Test
  @Order(5)
  void pipesWork() {
    String launcher = "'" + checkout + "/bin/fairlead'";
    String pipe = "cat spec.yaml | " + launcher + " render - | cat";
    assertRendered(External.run(elsewhere, "sh", "-c", pipe), false);
    Result full = External.run(elsewhere, "sh", "-c", launcher + " render spec.yaml >/dev/full");
    assertEquals(2, full.code());
    assertTrue(full.err().startsWith("fairlead: can't write the output"), full.err());
  }

  @Test
  @Order(6)
  void aChangeOfTheSourcesIsBuilt() throws IOException {
    Path template = checkout.resolve("templates/PersistentVolume.mustache");
    Files.writeString(template, Files.readString(template) + "changed: {{name}}\n");
    Result result = launch(Map.of(), "render", spec.toString());
    assertRendered(result, true);
    assertTrue(result.out().endsWith("changed: a\n"), result.out());
    assertRendered(launch(withoutMaven(), "render", spec.toString()), false);
  }

  @Test
  @Order(7)
  void aFailedBuildShowsTheErrorAndCanBeRepeated() throws IOException {
    Path source = checkout.resolve("src/main/java/dev/fairlead/cli/ExitCode.java");
    String good = Files.readString(source);
    Files.writeString(source, good.replace("OK(0),", "OK(0)"));
    Result broken = launch(Map.of(), "render", spec.toString());
    assertEquals(2, broken.code());
    assertEquals("", broken.out());
    assertTrue(broken.err().contains("the build failed") && broken.err().contains("ExitCode.java"));
    Files.writeString(source, good);
    // Leftovers of a killed build don't stop the next one.
    Path lock = Files.createDirectories(checkout.resolve("target/launcher/lock"));
    Files.writeString(lock.resolve("pid"), "999999999\n");
    assertRendered(launch(Map.of(), "render", spec.toString()), true);
    assertFalse(Files.exists(lock));
  }

  @Test
  @Order(8)
  void otherFoldersAreNotBuilt() throws IOException {
    Path decoy = Files.createDirectories(temp.resolve("decoy"));
    Files.createDirectories(decoy.resolve("bin"));
    Files.writeString(decoy.resolve("pom.xml"), "<project/>");
    for (String cdpath : List.of(decoy.toString(), decoy + ":.")) {
      Result result =
          External.run(
              checkout,
              Map.of("CDPATH", cdpath),
              List.of("bin/fairlead", "render", spec.toString()));
      assertRendered(result, false);
    }
    Path copied = Files.copy(copy.launcher(), decoy.resolve("bin/fairlead"));
    Result result = External.run(elsewhere, Map.of(), List.of(copied.toString(), "--version"));
    assertEquals(2, result.code());
    assertTrue(result.err().contains("is no checkout of fairlead"), result.err());
  }

  @Test
  @Order(9)
  void aPathWithAColonIsReported() {
    Result result = copy.moved(temp.resolve("a:b")).launch(elsewhere, Map.of(), "--version");
    assertEquals(2, result.code());
    assertTrue(result.err().startsWith("fairlead: Java can't run from a path with a colon"));
  }

  /** As in the sidecar of Argo CD: the sources are newer, and the user can't build them. */
  @Test
  @Order(10)
  void whoCannotBuildIsTold() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return;
    }
    External.require("setpriv");
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path source = checkout.resolve("src/main/java/dev/fairlead/cli/ExitCode.java");
    Files.writeString(source, Files.readString(source) + "\n");
    List<String> command =
        List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "timeout",
            "60",
            copy.launcher().toString(),
            "--version");
    Path state = checkout.resolve("target/launcher");
    Map<String, String> environment = Map.of("HOME", "", "XDG_CACHE_HOME", "/none");
    assertToldThatItCannotBuild(External.run(elsewhere, environment, command), state);
    // A lock that the user can't remove, of a process that is gone.
    Path lock = Files.createDirectories(state.resolve("lock"));
    Files.writeString(lock.resolve("pid"), "999999999\n");
    assertToldThatItCannotBuild(External.run(elsewhere, environment, command), state);
    Files.delete(lock.resolve("pid"));
    Files.delete(lock);
  }

  private static void assertToldThatItCannotBuild(Result result, Path state) {
    assertEquals(2, result.code(), result.err());
    assertTrue(result.err().startsWith("fairlead: can't build: " + state), result.err());
  }

  /** A limit on the size of files fails like a full disk. */
  @Test
  @Order(11)
  void onAFullDiskNoLockStays() throws IOException {
    External.require("bash");
    Path source = checkout.resolve("src/main/java/dev/fairlead/cli/ExitCode.java");
    Files.writeString(source, Files.readString(source) + "\n");
    String launch = "'" + copy.launcher() + "' --version; echo $?";
    String command = "trap '' XFSZ; (ulimit -f 0; " + launch + ") 2>&1 | cat";
    Result result = External.run(elsewhere, "bash", "-c", command);
    assertTrue(result.out().startsWith("fairlead: can't build: "), result.out());
    assertTrue(result.out().endsWith("\n2\n"), result.out());
    assertFalse(Files.exists(checkout.resolve("target/launcher/lock")));
  }

  @Test
  @Order(12)
  void aMissingJavaIsReported() {
    for (String java : List.of("/none/java", spec.toString())) {
      Result result = launch(Map.of("FAIRLEAD_JAVA", java), "--version");
      assertEquals(2, result.code());
      assertEquals(
          "fairlead: no Java found at \"" + java + "\": install a JDK 17 or newer\n", result.err());
    }
  }

  /** A stand-in for Maven that copies the current build, after another command. */
  private static Map<String, String> copyingMaven(String before) throws IOException {
    Path folder = Files.createTempDirectory(temp, "copying maven");
    Path state = checkout.resolve("target/launcher");
    Path mvn =
        Files.writeString(
            folder.resolve("mvn"),
            """
            #!/bin/sh
            %s
            for word do case $word in -Dfairlead.build=*) build=${word#*=} ;; esac; done
            current="%s/$(cat '%s/current')"
            mkdir -p "$build" && cp -R "$current/fairlead.jar" "$current/lib" "$build"
            """
                .formatted(before, state, state));
    assertTrue(mvn.toFile().setExecutable(true));
    return Map.of("PATH", folder + ":" + System.getenv("PATH"));
  }

  private static Path changedSource() throws IOException {
    Path source = checkout.resolve("src/main/java/dev/fairlead/cli/ExitCode.java");
    return Files.writeString(source, Files.readString(source) + "\n");
  }

  @Test
  @Order(13)
  void aChangeDuringABuildIsBuiltByTheNextRun() throws IOException {
    String touch = "sleep 1; touch '" + changedSource() + "'";
    assertRendered(launch(copyingMaven(touch), "render", spec.toString()), true);
    assertRendered(launch(copyingMaven(""), "render", spec.toString()), true);
    assertRendered(launch(withoutMaven(), "render", spec.toString()), false);
  }

  @Test
  @Order(14)
  void theCurrentBuildAndTheOneBeforeStay() throws IOException {
    for (int i = 0; i < 3; i++) {
      changedSource();
      Path state = checkout.resolve("target/launcher");
      String before = Files.readString(state.resolve("current")).strip();
      assertRendered(launch(copyingMaven(""), "render", spec.toString()), true);
      String current = Files.readString(state.resolve("current")).strip();
      try (Stream<Path> files = Files.list(state)) {
        List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
        assertEquals(Stream.of(before, current, "current").sorted().toList(), names);
      }
    }
  }

  /** Whoever can write to a build decides what others run. */
  @Test
  @Order(15)
  void nobodyElseCanWriteABuild() throws IOException {
    changedSource();
    String command = "umask 000; exec '" + copy.launcher() + "' --version";
    Result result = External.run(elsewhere, copyingMaven(""), List.of("sh", "-c", command));
    assertEquals(0, result.code(), result.err());
    Path state = checkout.resolve("target/launcher");
    Path build = state.resolve(Files.readString(state.resolve("current")).strip());
    try (Stream<Path> files = Files.walk(build)) {
      for (Path file : files.toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertTrue(mode.charAt(4) == '-' && mode.charAt(7) == '-', file + " is " + mode);
      }
    }
  }

  /** As of a build that was killed before it wrote its number. */
  @Test
  @Order(16)
  void aLockWithoutAnOwnerIsRemoved() throws IOException {
    changedSource();
    Path lock = Files.createDirectories(checkout.resolve("target/launcher/lock"));
    List<String> command =
        List.of("timeout", "60", copy.launcher().toString(), "render", spec.toString());
    assertRendered(External.run(elsewhere, copyingMaven(""), command), true);
    assertFalse(Files.exists(lock));
  }

  /** As on a disk that is full after the build. */
  @Test
  @Order(17)
  void aBuildWithoutJarsTakesNoEffect() throws IOException {
    changedSource();
    Path current = checkout.resolve("target/launcher/current");
    String before = Files.readString(current);
    Result result = launch(copyingMaven("exit 0"), "--version");
    assertEquals(2, result.code(), result.err());
    assertTrue(result.err().contains("fairlead: can't build: "), result.err());
    assertEquals(before, Files.readString(current));
    assertRendered(launch(copyingMaven(""), "render", spec.toString()), true);
  }

  /** The JVM would take the next file that it opens for its standard input. */
  @Test
  @Order(18)
  void standardInputMayBeClosed() {
    String command = "exec '" + copy.launcher() + "' check - <&-";
    Result result = External.run(elsewhere, "sh", "-c", command);
    assertEquals(2, result.code(), result.err());
    assertTrue(result.out().startsWith("<stdin>: error: the file has no content"), result.out());
  }
}
