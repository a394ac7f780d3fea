package dev.fairlead;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fairlead.testing.Checkout;
import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import dev.fairlead.testing.Jdk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The archives of {@code bin/fairlead}, with every other JDK that is installed: a broken archive
 * only costs time.
 */
class ArchiveTest {
  private static final Map<String, String> WAIT = Map.of("FAIRLEAD_ARCHIVE", "wait");

  @TempDir static Path temp;
  private static Checkout checkout;
  private static Path folder;
  private static String expected;

  @BeforeAll
  static void build() throws IOException {
    External.require("mvn");
    // Other users need access.
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    checkout = Checkout.copy(temp.resolve("checkout"));
    folder = Files.createDirectories(temp.resolve("else where"));
    Path spec = Path.of("testdata/docs/shop.fairlead.yaml");
    Files.copy(spec, folder.resolve("shop.fairlead.yaml"));
    Map<String, String> firstCache = Map.of("XDG_CACHE_HOME", temp.resolve("first").toString());
    Result built = checkout.launch(folder, firstCache, "render", "shop.fairlead.yaml");
    assertEquals(0, built.code(), built.err());
    expected = built.out();
    assertEquals(1, archives(temp.resolve("first")).size(), "an archive comes with the build");
  }

  static Stream<Jdk> jdks() throws IOException {
    return Jdk.installed();
  }

  /** A separate cache folder for each test, and a JVM that logs where it loads classes from. */
  private record Setting(Jdk jdk, Path cache, Checkout checkout) {
    static Setting of(Jdk jdk) throws IOException {
      return new Setting(jdk, Files.createTempDirectory(temp, "ca che é"), ArchiveTest.checkout);
    }

    Result run(Map<String, String> more, String... args) {
      Map<String, String> environment = new HashMap<>();
      environment.put("FAIRLEAD_JAVA", jdk.java().toString());
      environment.put("XDG_CACHE_HOME", cache.toString());
      environment.putAll(more);
      return checkout.launch(folder, environment, args);
    }

    void renders(Map<String, String> more) {
      Result result = run(more, "render", "shop.fairlead.yaml");
      assertEquals("", result.err());
      assertEquals(expected, result.out());
      assertEquals(0, result.code());
    }

    /** Whether a run loads the program's classes from an archive. */
    boolean archived() throws IOException {
      Path log = Files.createTempFile(temp, "classes", ".log");
      Path traced = jdk.traced(temp, log);
      renders(Map.of("FAIRLEAD_JAVA", traced.toString()));
      List<String> main =
          Files.readAllLines(log).stream()
              .filter(l -> l.contains("dev.fairlead.cli.Main "))
              .toList();
      assertEquals(1, main.size(), "Main is loaded once");
      return main.get(0).contains("shared objects file");
    }

    /** Waits for the archive that is created in the background. */
    void awaitArchive() throws Exception {
      for (int i = 0; i < 100 && !archived(); i++) {
        Thread.sleep(300);
      }
      assertTrue(archived());
    }

    Path archive() throws IOException {
      List<Path> archives = archives(cache);
      assertEquals(1, archives.size(), archives.toString());
      return archives.get(0);
    }
  }

  private static List<Path> archives(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(jsa|aot)"))
          .filter(file -> !file.toString().contains(".lock/"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void laterRunsUseIt(Jdk jdk) throws IOException {
    Setting setting = Setting.of(jdk);
    setting.renders(WAIT);
    assertTrue(setting.archived());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aRunWithoutOneDoesNotWaitForIt(Jdk jdk) throws Exception {
    Setting setting = Setting.of(jdk);
    setting.renders(Map.of());
    setting.awaitArchive();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void twoFirstRunsAtOnce(Jdk jdk) throws Exception {
    Setting setting = Setting.of(jdk);
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> setting.renders(WAIT));
    setting.renders(WAIT);
    other.get();
    assertTrue(setting.archived());
    setting.archive();
  }

  /** As when a new download is unpacked over an old one. */
  @ParameterizedTest
  @MethodSource("jdks")
  void theBuildIsReplaced(Jdk jdk) throws IOException {
    Setting setting = Setting.of(jdk);
    Path jar = jar();
    Path id = jar.resolveSibling("id");
    byte[] original = Files.readAllBytes(jar);
    String originalId = Files.readString(id);
    FileTime time = Files.getLastModifiedTime(jar);
    try {
      setting.renders(WAIT);
      assertTrue(setting.run(Map.of()).err().startsWith("fairlead: no command\n"));
      Files.write(jar, withChangedMessage(original));
      Files.setLastModifiedTime(jar, time);
      Files.writeString(id, "1234\n");
      for (Map<String, String> environment : List.of(Map.<String, String>of(), WAIT)) {
        Result result = setting.run(environment);
        assertTrue(result.err().startsWith("fairlead: no kommand\n"), result.err());
      }
    } finally {
      Files.write(jar, original);
      Files.writeString(id, originalId);
      Files.setLastModifiedTime(jar, time);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theArchiveIsBroken(Jdk jdk) throws Exception {
    Setting setting = Setting.of(jdk);
    setting.renders(WAIT);
    byte[] good = Files.readAllBytes(setting.archive());
    byte[] garbled = good.clone();
    Arrays.fill(garbled, good.length / 2, good.length / 2 + 8192, (byte) 0x5A);
    List<byte[]> broken = List.of(new byte[0], Arrays.copyOf(good, good.length / 2), garbled);
    for (byte[] content : broken) {
      Path archive = setting.archive();
      Files.delete(archive);
      Files.write(archive, content);
      setting.renders(Map.of());
      setting.awaitArchive();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nobodyElseCanWriteIt(Jdk jdk) throws IOException {
    Setting setting = Setting.of(jdk);
    setting.renders(WAIT);
    for (Path path = setting.archive(); !path.equals(setting.cache()); path = path.getParent()) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      assertTrue(mode.endsWith("------"), path + " is " + mode);
    }
  }

  /** Their file could have any content: its name holds only a checksum that anybody can make. */
  @ParameterizedTest
  @MethodSource("jdks")
  void somebodyElsesIsNotUsed(Jdk jdk) throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can give a file away, so skipped");
    Setting setting = Setting.of(jdk);
    setting.renders(WAIT);
    Files.setAttribute(setting.archive(), "unix:uid", 65534);
    assertFalse(setting.archived());
    // A link can lead to their file, and to another one a moment later.
    Setting link = Setting.of(jdk);
    link.renders(WAIT);
    Path archive = link.archive();
    Path moved = Files.move(archive, Files.createTempFile(temp, "moved", ""), REPLACE_EXISTING);
    Files.createSymbolicLink(archive, moved);
    assertFalse(link.archived());
    Setting folder = Setting.of(jdk);
    folder.renders(WAIT);
    Files.setAttribute(folder.archive().getParent(), "unix:uid", 65534);
    assertFalse(folder.archived());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aPathWithSpaces(Jdk jdk) throws IOException {
    Path home = temp.resolve("check out é " + jdk);
    Setting setting = new Setting(jdk, Setting.of(jdk).cache, checkout.moved(home));
    setting.renders(WAIT);
    // JDK 17 leaves out classes of a jar whose path has to be encoded in a URL.
    assertEquals(jdk.version() >= 25, setting.archived());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutACacheFolderItIsBesideTheBuild(Jdk jdk) throws IOException {
    Path file = Files.writeString(Files.createTempFile(temp, "cache", ""), "not a folder");
    for (Map<String, String> environment :
        List.of(
            Map.of("XDG_CACHE_HOME", file.toString()),
            Map.of("XDG_CACHE_HOME", "", "HOME", ""),
            Map.of("XDG_CACHE_HOME", "relative", "HOME", ""))) {
      Setting setting = new Setting(jdk, file, checkout);
      Map<String, String> waiting = new HashMap<>(environment);
      waiting.putAll(WAIT);
      setting.renders(waiting);
      assertTrue(setting.archived());
      try (Stream<Path> beside = Files.list(jar().getParent())) {
        for (Path archive : beside.filter(p -> p.toString().matches(".*(jsa|aot)")).toList()) {
          Files.delete(archive);
        }
      }
    }
    assertTrue(Files.notExists(folder.resolve("relative")));
  }

  /** As in the sidecar of Argo CD: another user, a read-only checkout, no HOME. */
  @ParameterizedTest
  @MethodSource("jdks")
  void nothingCanBeWritten(Jdk jdk) {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can be another user, so skipped");
    External.require("setpriv");
    Map<String, String> environment =
        Map.of("FAIRLEAD_JAVA", jdk.java().toString(), "HOME", "", "XDG_CACHE_HOME", "/none");
    Result result =
        External.run(
            folder,
            environment,
            List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                checkout.launcher().toString(),
                "render",
                "shop.fairlead.yaml"));
    assertEquals("", result.err());
    assertEquals(expected, result.out());
  }

  private static Path jar() throws IOException {
    Path state = checkout.home().resolve("target/launcher");
    return state
        .resolve(Files.readString(state.resolve("current")).strip())
        .resolve("fairlead.jar");
  }

  /** The jar with a changed message in one class. */
  private static byte[] withChangedMessage(byte[] jar) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
        ZipOutputStream copy = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals("dev/fairlead/cli/Plugin.class")) {
          String text = new String(content, StandardCharsets.ISO_8859_1);
          content = text.replace("no command", "no kommand").getBytes(StandardCharsets.ISO_8859_1);
        }
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(content);
      }
    }
    return out.toByteArray();
  }
}
