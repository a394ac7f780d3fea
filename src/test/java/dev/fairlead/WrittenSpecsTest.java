package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** kustomize rewrites specs for its plugins, but fairlead also checks the original text. */
class WrittenSpecsTest {
  private static final String ALL =
      """
      apiVersion: fairlead.dev/v1
      kind: StorageGenerator
      metadata:
        name: all
        annotations:
          config.kubernetes.io/function: |
            exec: {path: fairlead}
      """;

  @TempDir Path temp;

  @BeforeEach
  void install() throws IOException {
    Installed.in(Files.createDirectory(temp.resolve("bin")));
  }

  /** A spec with {@code size} in line 11, column 16. */
  private static String spec(String name, String size) {
    return """
    apiVersion: fairlead.dev/v1
    kind: Storage
    metadata:
      name: %1$s
      namespace: shop
      annotations:
        config.kubernetes.io/function: |
          exec: {path: fairlead}
    volumes:
      - name: %1$s
        storage: %2$s
        nfs: {server: nfs.example.com, path: /%1$s}
    """
        .formatted(name, size);
  }

  private static String rejected(String file, int line, int column) {
    return file
        + ":"
        + line
        + ":"
        + column
        + ": error: YAML readers disagree about a plain 0x1000;";
  }

  private Path write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Result kustomize(String folder) {
    return kustomize(folder, ".");
  }

  private Result kustomize(String folder, String... build) {
    External.require("kustomize");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("kustomize", "build", "--enable-alpha-plugins", "--enable-exec"));
    command.addAll(List.of(build));
    return External.run(
        temp.resolve(folder), new Installed(temp.resolve("bin")).environment(), command);
  }

  private void assertRejected(String finding, Result built) {
    assertNotEquals(0, built.code());
    assertEquals("", built.out());
    // kubectl indents the output of a plugin.
    Stream<String> lines = built.err().lines().map(String::strip);
    assertTrue(lines.anyMatch(line -> line.startsWith(finding)), built.err());
    assertEquals(1, built.err().split(": error: ", -1).length - 1, built.err());
  }

  @Test
  void aGenerator() throws IOException {
    write("kustomization.yaml", "generators: [disks.yaml]\n");
    write("disks.yaml", spec("data", "0x1000"));
    assertRejected(rejected("disks.yaml", 11, 14), kustomize("."));
    write("kustomization.yaml", "generators: [disks.yaml]\nbuildMetadata: [originAnnotations]\n");
    assertRejected(rejected("disks.yaml", 11, 14), kustomize("."));
  }

  @Test
  void oneOfSeveralDocuments() throws IOException {
    write("kustomization.yml", "generators: [disks.yaml]\n");
    write("disks.yaml", spec("data", "4294967296") + "---\n" + spec("logs", "0x1000"));
    assertRejected(rejected("disks.yaml", 24, 14), kustomize("."));
  }

  @Test
  void aTransformer() throws IOException {
    write("Kustomization", "transformers:\n- ./disks.yaml\n");
    write("disks.yaml", spec("data", "0x1000"));
    assertRejected(rejected("disks.yaml", 11, 14), kustomize("."));
  }

  @Test
  void inlineTextInTheKustomization() throws IOException {
    String block = "- |\n" + spec("data", "4294967296").indent(2);
    String two = block.stripTrailing() + "\n  ---\n" + spec("logs", "0x1000").indent(2);
    write("kustomization.yaml", "# Ours.\r\ngenerators:\n" + two + "\n# Others.\nnamePrefix: a-\n");
    assertRejected(rejected("kustomization.yaml", 27, 16), kustomize("."));
    String next = "- |\n\n" + spec("logs", "0x1000").indent(2);
    write("kustomization.yaml", "generators:\n" + block + next + "\n\n");
    assertRejected(rejected("kustomization.yaml", 27, 16), kustomize("."));
  }

  @Test
  void inlineTextInOtherStyles() throws IOException {
    String folded = spec("data", "0x1000").replace("\n", "\n\n").indent(2);
    String quoted = "\"" + spec("data", "0x1000").replace("\n", "\\n") + "\"";
    for (String entry : List.of(">\n" + folded, quoted)) {
      write("kustomization.yaml", "generators:\n- " + entry + "\n");
      assertRejected("kustomization.yaml (generators[0]):", kustomize("."));
    }
  }

  @Test
  void aBaseTwoLevelsDownThatLayersRename() throws IOException {
    write("base/disks/kustomization.yaml", "resources: [a/data.yaml, logs.yaml]\nnamePrefix: a-\n");
    write("base/disks/a/data.yaml", spec("data", "0x1000"));
    write("base/disks/logs.yaml", spec("logs", "4294967296"));
    write("base/kustomization.yaml", "resources: [disks]\nnameSuffix: -z\nnamespace: dev\n");
    write("top/kustomization.yaml", "resources: [../base]\ntransformers: [all.yaml]\n");
    write("top/all.yaml", ALL);
    assertRejected(rejected("../base/disks/a/data.yaml", 11, 14), kustomize("top"));
    // The layer that is built may be another one than the layer that lists the function.
    write("roof/prod/kustomization.yaml", "resources: [../../top]\n");
    assertRejected(rejected("../base/disks/a/data.yaml", 11, 14), kustomize("roof/prod"));
  }

  @Test
  void oneNameInTwoBases() throws IOException {
    write("a/kustomization.yaml", "resources: [disks.yaml]\nnamePrefix: a-\n");
    write("a/disks.yaml", spec("data", "4294967296"));
    write("b/kustomization.yaml", "components: [part]\nnamePrefix: b-\n");
    write(
        "b/part/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [disks.yaml]\n");
    write("b/part/disks.yaml", spec("data", "0x1000"));
    write("kustomization.yaml", "resources: [a, b]\ntransformers: [all.yaml]\n");
    write("all.yaml", ALL);
    assertRejected(rejected("b/part/disks.yaml", 11, 14), kustomize("."));
  }

  /**
   * kustomize runs a function in the folder that lists it, which may not refer to its resources.
   */
  @Test
  void resourcesOfAComponent() throws IOException {
    External.require("kustomize");
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/cwd")), "no /proc");
    write("base/kustomization.yaml", "resources: [disks.yaml]\nnamePrefix: a-\n");
    write("base/disks.yaml", spec("data", "0x1000"));
    write(
        "parts/all/kustomization.yaml",
        """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        transformers: [all.yaml]
        """);
    write("parts/all/all.yaml", ALL);
    write(
        "envs/dev/kustomization.yaml", "resources: [../../base]\ncomponents: [../../parts/all]\n");
    write("envs/kustomization.yaml", "resources: [dev]\n");
    String finding = rejected("../../base/disks.yaml", 11, 14);
    assertRejected(finding, kustomize("envs/dev"));
    assertRejected(finding, kustomize("envs"));
    assertRejected(finding, kustomize("bin", "../envs/dev"));
    assertRejected(finding, kustomize("bin", temp.resolve("envs").toString(), "-o=out"));
    Files.createSymbolicLink(temp.resolve("link"), Path.of("envs/dev"));
    assertRejected(finding, kustomize("bin", "../link"));
    String long5000 = "--env=A" + "x".repeat(5000) + "=y";
    assertRejected(finding, kustomize("bin", long5000, "../envs/dev"));
    write("base/disks.yaml", spec("data", "4294967296"));
    assertEquals(0, kustomize("envs").code());
    // A folder without a reference to the Component is not the one that is built.
    write("bin/other/kustomization.yaml", "resources: []\n");
    write("base/disks.yaml", spec("data", "0x1000"));
    assertRejected(finding, kustomize("bin", "-e", "other", "../envs/dev"));
    // Nor is the folder of the Component, where a wrapper runs.
    String function = Files.readString(temp.resolve("bin/fairlead"));
    write("bin/wrapped", function).toFile().setExecutable(true);
    write("bin/fairlead", "#!/bin/sh\n\"${0%/*}/wrapped\"\nexit $?\n");
    assertRejected(finding, kustomize("envs"));
    write("bin/fairlead", function);
    write("base/disks.yaml", spec("data", "4294967296"));
    // Arguments with the names of folders are not what is built.
    write("envs/build/kustomization.yaml", "resources: [x.yaml]\ncomponents: [../../parts/all]\n");
    write("envs/build/x.yaml", spec("data", "0x1000"));
    assertEquals(0, kustomize("envs", "dev").code());
    assertEquals(0, kustomize("envs", "-o", "build", "dev").code());
    assertRejected(rejected("../../envs/build/x.yaml", 11, 14), kustomize("envs", "build"));
    // A kustomization that does not list the Component says nothing about its resources.
    write("base/disks.yaml", spec("data", "0x1000"));
    assertEquals(0, Cli.function(resourceList(), temp.resolve("parts/all")).code());
  }

  @Test
  void oneNameInTwoBasesOfOneComponent() throws IOException {
    External.require("kustomize");
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/cwd")), "no /proc");
    write(
        "all/kustomization.yaml",
        "kind: Component\n"
            + "apiVersion: kustomize.config.k8s.io/v1alpha1\n"
            + "transformers: [all.yaml]\n");
    write("all/all.yaml", ALL);
    for (List<String> sizes : List.of(List.of("4096", "0x1000"), List.of("0x1000", "4096"))) {
      for (int i = 0; i < 2; i++) {
        String name = "ab".substring(i, i + 1);
        String rest = "\ncomponents: [../all]\nnamePrefix: " + name + "-\n";
        write(name + "/kustomization.yaml", "resources: [disks.yaml]" + rest);
        write(name + "/disks.yaml", spec("data", sizes.get(i)));
      }
      write("top/kustomization.yaml", "resources: [../a, ../b]\n");
      String bad = sizes.get(0).equals("4096") ? "b" : "a";
      assertRejected(rejected("../" + bad + "/disks.yaml", 11, 14), kustomize("top"));
    }
  }

  /** kustomize passes them on as empty strings. */
  @Test
  void missingValuesInBraces() throws IOException {
    write("kustomization.yaml", "generators: [disks.yaml]\n");
    for (String labels : List.of("{a: }", "{a}", "{? a}", "&x {a: b, c: }", "{\"<<\": {a: b}}")) {
      String text =
          spec("data", "4294967296")
              .replace("  annotations:", "  labels: " + labels + "\n  annotations:");
      String file = write("disks.yaml", text).toString();
      Cli.Result rendered = Cli.run("render", file);
      assertEquals(1, rendered.code());
      Result built = kustomize(".");
      assertNotEquals(0, built.code());
      assertTrue(built.err().startsWith(rendered.err().replace(file, "disks.yaml")), built.err());
    }
    write("disks.yaml", spec("data", "4294967296") + "    storageClassName: {a: }\n");
    write("base/kustomization.yaml", "resources: [disks.yaml]\n");
    write("base/disks.yaml", spec("data", "4294967296").replace("path: /data}", "path: }"));
    write(
        "top/kustomization.yaml",
        "resources: [../base]\nnamePrefix: a-\ntransformers: [all.yaml]\n");
    write("top/all.yaml", ALL);
    Result renamed = kustomize("top");
    assertNotEquals(0, renamed.code());
    assertTrue(renamed.err().contains("../base/disks.yaml:12:41: error: "), renamed.err());
  }

  @Test
  void nullsThatKustomizeKeeps() throws IOException {
    write("kustomization.yaml", "generators: [disks.fairlead.yaml]\n");
    String workload =
        """
        workloads:
          - name: app
            containers:
              - name: main
                image: registry.example.com/app:1
                mounts: {/data: data}
                securityContext: {runAsUser: , runAsGroup: ~}
        """;
    String file = write("disks.fairlead.yaml", spec("data", "4294967296") + workload).toString();
    Cli.Result rendered = Cli.run("render", file);
    assertEquals(0, rendered.code(), rendered.err());
    assertEquals(rendered.out(), kustomize(".").out());
  }

  @Test
  void aSpecInAList() throws IOException {
    write("kustomization.yaml", "resources: [list.yaml]\ntransformers: [all.yaml]\n");
    write("all.yaml", ALL);
    for (String size : List.of("0x1000", "4294967296")) {
      String item = spec("data", size).indent(2).replaceFirst("  ", "- ");
      String file = write("list.yaml", "apiVersion: v1\nkind: List\nitems:\n" + item).toString();
      Cli.Result rendered = Cli.run("render", file);
      assertEquals(1, rendered.code());
      Result built = kustomize(".");
      assertNotEquals(0, built.code());
      for (String line : rendered.err().replace(file, "list.yaml").split("\n")) {
        assertTrue(built.err().contains(line), built.err());
      }
      assertEquals(size.startsWith("0x"), built.err().contains("list.yaml:14:16: error: YAML"));
    }
  }

  @Test
  void aPatchedSpec() throws IOException {
    write("base/kustomization.yaml", "resources: [disks.yaml]\n");
    write("base/disks.yaml", spec("data", "4294967296"));
    write(
        "top/kustomization.yaml",
        """
        resources: [../base]
        transformers: [all.yaml]
        patches:
        - target: {kind: Storage}
          patch: |
            - {op: replace, path: /volumes/0/storage, value: 8Gi}
        """);
    write("top/all.yaml", ALL);
    Result built = kustomize("top");
    assertEquals(0, built.code(), built.err());
    assertTrue(built.out().contains("storage: 8Gi\n"), built.out());
    write("base/disks.yaml", spec("data", "0x1000"));
    assertRejected(rejected("../base/disks.yaml", 11, 14), kustomize("top"));
    write(
        "base/disks.yaml",
        spec("data", "4294967296").replace("annotations:", "annotations:\n    no: 1"));
    assertRejected("../base/disks.yaml:7:9: error: metadata.annotations.no is", kustomize("top"));
  }

  @Test
  void numbersAsTheyAreWritten() throws IOException {
    write("kustomization.yaml", "generators: [disks.fairlead.yaml]\n");
    for (String size : List.of("1e10", "5e5", "6000000000.0")) {
      String file = write("disks.fairlead.yaml", spec("data", size)).toString();
      Cli.Result rendered = Cli.run("render", file);
      assertEquals(0, rendered.code(), rendered.err());
      Result built = kustomize(".");
      assertEquals(rendered.out(), built.out());
      assertEquals(rendered.err().replace(file, "disks.fairlead.yaml"), built.err());
    }
  }

  @Test
  void allFindings() throws IOException {
    write("kustomization.yaml", "generators: [disks.fairlead.yaml]\n");
    String text = spec("data", "0x1000") + "    size: 1\n";
    String file = write("disks.fairlead.yaml", text).toString();
    String said = Cli.run("render", file).err().replace(file, "disks.fairlead.yaml");
    assertTrue(said.contains("[unknown-key]"), said);
    assertTrue(kustomize(".").err().startsWith(said));
  }

  /** kustomize reads UTF-16, but the command line rejects it. */
  @Test
  void aTextThatOnlyKustomizeCanRead() throws IOException {
    write("kustomization.yaml", "generators: [data.yaml]\n");
    Files.writeString(
        temp.resolve("data.yaml"),
        "\uFEFF" + spec("data", "4294967296"),
        Charset.forName("UTF-16LE"));
    assertRejected("data.yaml:1:1: error: byte 0xFF at offset 0 is not UTF-8", kustomize("."));
  }

  @Test
  void aLegacyPluginOfKubectl() throws IOException {
    External.require("kubectl");
    for (String kind : List.of("Storage", "StorageGenerator")) {
      Path link = temp.resolve("plugins/fairlead.dev/v1/" + kind.toLowerCase() + "/" + kind);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, temp.resolve("bin/fairlead"));
    }
    String function = "    config.kubernetes.io/function: |\n      exec: {path: fairlead}\n";
    write("disks/disks.yaml", spec("data", "0x1000").replace("  annotations:\n" + function, ""));
    write("disks/kustomization.yaml", "generators: [disks.yaml]\n");
    assertRejected(rejected("disks.yaml", 8, 14), kubectl("disks"));
    write("disks/kustomization.yaml", "resources: [disks.yaml]\nnamePrefix: a-\n");
    write("top/kustomization.yaml", "resources: [../disks]\ntransformers: [all.yaml]\n");
    write("top/all.yaml", ALL.replace("  annotations:\n" + function, ""));
    assertRejected(rejected("../disks/disks.yaml", 8, 14), kubectl("top"));
    write("disks/disks.yaml", spec("data", "4294967296"));
    assertEquals(0, kubectl("top").code());
  }

  private Result kubectl(String folder) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KUSTOMIZE_PLUGIN_HOME", temp.resolve("plugins").toString());
    return External.run(
        temp.resolve(folder),
        environment,
        List.of("kubectl", "kustomize", "--enable-alpha-plugins", "."));
  }

  private interface Tree {
    void write(WrittenSpecsTest test) throws IOException;
  }

  private static Arguments tree(String what, Tree tree) {
    return arguments(what, tree);
  }

  /** Other texts near a spec that are not its source. */
  static Stream<Arguments> others() {
    String bad = spec("data", "0x1000");
    return Stream.of(
        tree("nothing", test -> {}),
        tree("a kustomization without the spec", test -> test.list("")),
        tree("the text itself", test -> test.list("data.yaml", spec("data", "4294967296"))),
        tree(
            "a text with another field",
            test -> test.list("data.yaml", spec("data", "4294967296").replace("nfs:", "local:"))),
        tree(
            "a text that lacks a field",
            test ->
                test.list("data.yaml", spec("data", "4294967296").replace(", path: /data", ""))),
        tree(
            "a control character in another spec",
            test ->
                test.list(
                    "logs.yaml",
                    spec("logs", "1Gi")
                        .replace("annotations:", "annotations:\n    data: \"\\x01\""))),
        tree("not listed", test -> test.write("data.yaml", bad)),
        tree("missing", test -> test.list("data.yaml")),
        tree("remote", test -> test.list("https://example.com/data.yaml, git@example.com:a/b")),
        tree("no names", test -> test.list("{a: b}, [c], 7, null, '', \"a\\0b\"")),
        tree("no list", test -> test.write("kustomization.yaml", "resources: 7\nbases: {a: b}\n")),
        tree("other name", test -> test.list("data.yaml", spec("logs", "0x1000"))),
        tree("other namespace", test -> test.list("data.yaml", bad.replace("shop", "other"))),
        tree("other kind", test -> test.list("data.yaml", bad.replace("Storage", "Disk"))),
        tree(
            "another's object", test -> test.list("data.yaml", bad.replace("lead.dev", "lead.io"))),
        tree(
            "part of another's object",
            test ->
                test.list(
                    "a.yaml",
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: data}\ndata:\n  spec: |\n"
                        + bad.indent(4)
                        + "mode: 0x1\n")),
        tree(
            "another document is rejected",
            test ->
                test.list("a.yaml", spec("data", "4294967296") + "---\n" + spec("logs", "0x1000"))),
        tree(
            "text that is no YAML",
            test -> test.list("a.yaml", "apiVersion: fairlead.dev/v1\nkind: Storage\n\t@: [")),
        tree("comments", test -> test.list("a.yaml", "# fairlead.dev/v1 data\n")),
        tree(
            "a broken kustomization",
            test -> {
              test.write("data.yaml", bad);
              test.write("kustomization.yaml", "namePrefix: @\nresources: [data.yaml]\n");
            }),
        tree(
            "a folder without kustomization",
            test -> {
              test.list("more");
              test.write("more/data.yaml", bad);
            }),
        tree(
            "a circle",
            test -> {
              test.list("a, .");
              test.write(
                  "a/kustomization.yaml", "resources: [.., ../a]\ncomponents: [../a/../a/.]\n");
            }),
        tree(
            "links that lead nowhere",
            test -> {
              test.list("a, b, self");
              Files.createSymbolicLink(test.folder().resolve("a"), Path.of("b"));
              Files.createSymbolicLink(test.folder().resolve("b"), Path.of("a"));
              Files.createSymbolicLink(test.folder().resolve("self"), Path.of("."));
            }),
        tree(
            "a huge file",
            test -> {
              test.list("data.yaml", bad);
              try (RandomAccessFile file =
                  new RandomAccessFile(test.folder().resolve("data.yaml").toFile(), "rw")) {
                file.setLength(5L << 30);
              }
            }),
        tree(
            "a pipe",
            test -> {
              test.list("pipe, /dev/zero");
              External.run(test.folder(), "mkfifo", "pipe");
            }));
  }

  private Path folder() {
    return temp.resolve("around");
  }

  private void list(String names) throws IOException {
    write("around/kustomization.yaml", "resources: [" + names + "]\n");
  }

  private void list(String name, String text) throws IOException {
    list(name);
    write("around/" + name, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void textsOfOthersCauseNoFindings(String what, Tree tree) throws IOException {
    Files.createDirectory(folder());
    tree.write(this);
    String list = resourceList();
    Cli.Result result = Cli.function(list, folder());
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().contains("name: data\n"));
    assertEquals(Cli.run(List.of(), list), result);
  }

  @Test
  void resultsHavePositions() throws IOException {
    Files.createDirectory(folder());
    list("data.yaml", spec("data", "0x1000"));
    for (String name : List.of("data", "dev-data")) {
      String list = resourceList().replace("    name: data\n", "    name: " + name + "\n");
      String before = "    annotations:\n      internal.config.kubernetes.io/previousNames: data\n";
      Cli.Result result = Cli.function(list.replace("    annotations:\n", before), folder());
      assertEquals(1, result.code());
      String results = result.out().substring(result.out().indexOf("results:\n"));
      assertEquals(
          """
          results:
          - field:
              currentValue: "0x1000"
              path: "volumes[0].storage"
              proposedValue: "4096"
            file:
              path: data.yaml
            message: "YAML readers disagree about a plain 0x1000; write 4096"
            resourceRef:
              apiVersion: fairlead.dev/v1
              kind: Storage
              name: data
              namespace: shop
            severity: error
            tags:
              code: ambiguous-scalar
              column: "14"
              line: "11"
          """,
          results);
    }
  }

  private static String resourceList() {
    return "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n"
        + spec("data", "4294967296").indent(2);
  }

  /** Root can read every file, so fairlead runs as another user if the tests run as root. */
  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path bin = Files.createDirectory(temp.resolve("copied"));
    Installed.copiedTo(bin);
    Path data = write("data.yaml", spec("data", "0x1000"));
    write("kustomization.yaml", "resources: [data.yaml]\n");
    write("stdin", resourceList());
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("---------"));
    for (Path folder : List.of(temp, bin)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of("sh", "-c", "copied/fairlead <stdin"));
    Result result = External.run(temp, Map.of(), command);
    assertEquals(new Result(0, Cli.run(List.of(), resourceList()).out(), ""), result);
  }
}
