package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The real kustomize and kubectl run fairlead as their plugin. */
class KustomizePluginTest {
  private static final Path EXAMPLES = Path.of("examples", "kustomize").toAbsolutePath();
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?m)^ *annotations:\n *config\\.kubernetes\\.io/function: \\|\n +exec: .*\n");

  @TempDir Path temp;
  private Installed installed;

  @BeforeEach
  void install() throws IOException {
    installed = Installed.in(Files.createDirectory(temp.resolve("bin")));
  }

  private Result kustomize(Path folder) {
    return External.run(
        folder,
        installed.environment(),
        List.of("kustomize", "build", "--enable-alpha-plugins", "--enable-exec", "."));
  }

  @TestFactory
  Stream<DynamicTest> examplesBuildWithKustomize() {
    External.require("kustomize");
    return examples().map(example -> dynamicTest(example.toString(), () -> build(example)));
  }

  private static Stream<Path> examples() {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.endsWith("expected.yaml"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void build(Path example) throws IOException {
    Result built = kustomize(example);
    assertEquals(0, built.code(), built.err());
    assertEquals("", built.err());
    Golden.check(example.resolve("expected.yaml"), built.out());
    assertEquals(
        new Cli.Result(0, "", ""), Cli.run("verify", example.resolve("expected.yaml").toString()));
  }

  /** The same specs without the annotation that names the function, run as legacy plugins. */
  @TestFactory
  Stream<DynamicTest> examplesBuildWithKubectl() {
    External.require("kubectl");
    return examples().map(example -> dynamicTest(example.toString(), () -> buildLegacy(example)));
  }

  private void buildLegacy(Path example) throws IOException {
    // The examples refer to the Component by a relative path.
    Path copy =
        temp.resolve("copy-of-" + example.getParent().getFileName() + example.getFileName());
    for (Path tree : List.of(EXAMPLES, Path.of("kustomize").toAbsolutePath())) {
      Path root = Path.of("").toAbsolutePath();
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = copy.resolve(root.relativize(file));
          Files.createDirectories(target.getParent());
          Files.writeString(target, FUNCTION.matcher(Files.readString(file)).replaceAll(""));
        }
      }
    }
    Map<String, String> environment = new HashMap<>(installed.environment());
    environment.put("HOME", copy.toString());
    environment.put("XDG_CONFIG_HOME", "");
    Result recipe = External.run(copy, environment, List.of("sh", "-euc", installRecipe()));
    assertEquals(new Result(0, "", ""), recipe);
    Path folder = copy.resolve(Path.of("").toAbsolutePath().relativize(example));
    Result built =
        External.run(
            folder, environment, List.of("kubectl", "kustomize", "--enable-alpha-plugins", "."));
    assertEquals(0, built.code(), built.err());
    assertEquals(Files.readString(example.resolve("expected.yaml")), built.out());
  }

  /** The recipe in the documentation. */
  private static String installRecipe() throws IOException {
    Matcher block =
        Pattern.compile("(?s)```sh\n(home=.*?)```")
            .matcher(Files.readString(Path.of("docs", "kustomize.md")));
    assertTrue(block.find());
    return block.group(1);
  }

  /** Layers over a base with two claims of the same name in different namespaces. */
  @TestFactory
  Stream<DynamicTest> pairsStayBoundUnderLayersThatRename() {
    External.require("kustomize");
    return Stream.of(
            "base: namePrefix: a-",
            "base: nameSuffix: -z",
            "top: namePrefix: a-",
            "base: namePrefix: a-; top: namePrefix: b-",
            "base: nameSuffix: -z; top: nameSuffix: -y; roof: namePrefix: c-",
            "roof: nameSuffix: -y",
            "top: namespace: other")
        .map(layers -> dynamicTest(layers, () -> rename(layers)));
  }

  private void rename(String layers) throws IOException {
    Path root = Files.createDirectories(temp.resolve(layers.replaceAll("[^a-z]+", "-")));
    boolean oneNamespace = layers.contains("namespace:");
    Files.createDirectories(root.resolve("base/specs"));
    for (String namespace : List.of("blue", "green")) {
      Files.writeString(
          root.resolve("base/specs/" + namespace + ".fairlead.yaml"),
          """
          apiVersion: fairlead.dev/v1
          kind: Storage
          metadata: {name: %1$s, namespace: %1$s}
          volumes:
            - name: data-%1$s
              storage: 1Gi
              accessModes: [ReadWriteMany]
              nfs: {server: nfs.example.com, path: /%1$s}
              reserve: {name: %2$s}
          workloads:
            - {name: %2$s, kind: Deployment, containers: [
                {name: app, image: nginx, mounts: {/data: data-%1$s}}]}
          """
              .formatted(namespace, oneNamespace ? namespace : "data"));
    }
    Files.writeString(
        root.resolve("base/all.yaml"),
        """
        apiVersion: fairlead.dev/v1
        kind: StorageGenerator
        metadata:
          name: all
          annotations:
            config.kubernetes.io/function: |
              exec: {path: fairlead}
        files: [specs]
        """);
    String below = "generators: [all.yaml]\n";
    for (String layer : List.of("base", "top", "roof")) {
      Files.createDirectories(root.resolve(layer));
      String change =
          Arrays.stream(layers.split("; "))
              .filter(change1 -> change1.startsWith(layer + ": "))
              .map(change1 -> change1.substring(layer.length() + 2) + "\n")
              .collect(Collectors.joining());
      Files.writeString(
          root.resolve(layer + "/kustomization.yaml"),
          below + "components: [../component]\n" + change);
      below = "resources: [../" + layer + "]\n";
    }
    Path component = Files.createDirectories(root.resolve("component"));
    for (String file : List.of("kustomization.yaml", "name-reference.yaml", "merge-keys.json")) {
      Files.copy(Path.of("kustomize", file), component.resolve(file));
    }
    Result built = kustomize(root.resolve("roof"));
    assertEquals(0, built.code(), built.err());
    assertEquals(6, built.out().lines().filter(line -> line.startsWith("kind: ")).count());
    Cli.Result verified = Cli.run(List.of("verify", "-"), built.out());
    assertEquals(new Cli.Result(0, "", ""), verified);
    Files.writeString(component.resolve("name-reference.yaml"), "nameReference: []\n");
    Cli.Result without = Cli.run(List.of("verify", "-"), kustomize(root.resolve("roof")).out());
    assertNotEquals("", without.out(), "verify does not detect a missing Component");
  }

  @Test
  void errorsFailTheBuildAndAreShown() throws IOException {
    External.require("kustomize");
    Path folder = example("generator", "50Gi", "50GB");
    Result built = kustomize(folder);
    assertNotEquals(0, built.code());
    assertEquals("", built.out());
    assertTrue(built.err().contains("disks.fairlead.yaml:11:14: error: "), built.err());
    // A layer has changed the spec, so only the field is known, not the line.
    Path kustomization = folder.resolve("kustomization.yaml");
    Files.writeString(
        kustomization,
        "resources: [disks.fairlead.yaml]\ntransformers: [expand]\nnameSuffix: -s\n");
    Files.createDirectory(folder.resolve("expand"));
    Files.writeString(folder.resolve("expand/kustomization.yaml"), "resources: [expand.yaml]\n");
    Files.copy(
        EXAMPLES.resolve("transformer/staging/expand.yaml"), folder.resolve("expand/expand.yaml"));
    assertTrue(
        kustomize(folder).err().contains("Storage \"disks-s\": volumes[0].storage: error: "));
    Files.writeString(
        kustomization,
        "buildMetadata: [originAnnotations]\n",
        java.nio.file.StandardOpenOption.APPEND);
    assertTrue(
        kustomize(folder).err().contains("disks.fairlead.yaml: volumes[0].storage: error: "));
  }

  @Test
  void aPatchWithoutMergeKeysIsNamedAsTheCause() throws IOException {
    External.require("kustomize");
    Path folder = Files.createDirectories(temp.resolve("patched/staging"));
    Path base = Files.createDirectories(temp.resolve("patched/base"));
    Files.writeString(base.resolve("kustomization.yaml"), "resources: [disks.fairlead.yaml]\n");
    String spec =
        """
        apiVersion: fairlead.dev/v1
        kind: Storage
        metadata: {name: disks}
        volumes:
        - {name: data, storage: 5Gi, nfs: {server: nfs.example.com, path: /}}
        """;
    Files.writeString(base.resolve("disks.fairlead.yaml"), spec);
    Files.copy(EXAMPLES.resolve("transformer/staging/expand.yaml"), folder.resolve("expand.yaml"));
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        resources: [../base]
        transformers: [expand.yaml]
        patches:
        - path: patch.yaml
        """);
    Path patch = folder.resolve("patch.yaml");
    String cause = "hint: a patch has replaced the whole list volumes";
    Files.writeString(patch, spec.replace(", nfs: {server: nfs.example.com, path: /}", ""));
    String lacksSource = kustomize(folder).err();
    assertTrue(lacksSource.contains("has no volume source"), lacksSource);
    assertTrue(lacksSource.contains(cause), lacksSource);
    // The patch itself adds an item that was never complete.
    Files.writeString(patch, spec.replaceFirst("- \\{name: data.*", "- {name: other}"));
    String other = kustomize(folder).err();
    assertTrue(other.contains("lacks \"storage\""), other);
    assertTrue(!other.contains(cause), other);
  }

  @Test
  void warningsAreShownAndTheBuildGoesOn() throws IOException {
    External.require("kustomize");
    Path folder = example("generator", "storage: 50Gi", "storage: 50Gi\n    reclaimPolicy: Delete");
    Result built = kustomize(folder);
    assertEquals(0, built.code(), built.err());
    assertTrue(built.err().contains("[disk-not-retained]"), built.err());
    assertTrue(built.out().contains("kind: PersistentVolume\n"));
  }

  private Path example(String name, String from, String to) throws IOException {
    Path folder = Files.createDirectory(temp.resolve(name));
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(name))) {
      for (Path file : files.toList()) {
        Files.writeString(
            folder.resolve(file.getFileName()), Files.readString(file).replace(from, to));
      }
    }
    return folder;
  }

  @Test
  void aLayerOverTheResultChangesNothing() throws IOException {
    External.require("kustomize");
    Path folder = example("existing", "", "");
    String first = kustomize(folder).out();
    Files.writeString(folder.resolve("deployment.yaml"), first);
    Result second = kustomize(folder);
    assertEquals(first, second.out(), second.err());
  }

  @Test
  void thirtySpecsStartOneProcess() throws IOException {
    External.require("kustomize");
    Path folder = Files.createDirectories(temp.resolve("thirty/spëcs"));
    for (int i = 0; i < 30; i++) {
      Files.writeString(
          folder.resolve("é" + i + ".fairlead.yaml"),
          """
          apiVersion: fairlead.dev/v1
          kind: Storage
          metadata: {name: s%1$d, annotations: {note: "ünï"}}
          volumes:
            - {name: v%1$d, storage: 1Gi, nfs: {server: nfs.example.com, path: /é%1$d}}
          """
              .formatted(i));
    }
    Path root = folder.getParent();
    Files.writeString(root.resolve("kustomization.yaml"), "generators: [all.yaml]\n");
    Files.writeString(
        root.resolve("all.yaml"),
        """
        apiVersion: fairlead.dev/v1
        kind: StorageGenerator
        metadata:
          name: all
          annotations:
            config.kubernetes.io/function: |
              exec: {path: fairlead}
        files: [spëcs]
        """);
    Path starts = temp.resolve("starts");
    Map<String, String> environment = new HashMap<>(installed.environment());
    environment.put("FAIRLEAD_STARTS", starts.toString());
    List<String> command =
        List.of("kustomize", "build", "--enable-alpha-plugins", "--enable-exec", ".");
    Result built = External.run(root, environment, command);
    assertEquals(0, built.code(), built.err());
    assertEquals(30, built.out().lines().filter("kind: PersistentVolume"::equals).count());
    assertTrue(built.out().contains("path: /é7"), built.out());
    assertEquals("start\n", Files.readString(starts));
  }

  /**
   * Passes each case through kustomize. The function makes the same objects as the command line or
   * reports the same findings, even about text that kustomize has normalized away.
   */
  @TestFactory
  Stream<DynamicTest> theFunctionAgreesWithTheCommandLine() {
    External.require("kustomize");
    return Stream.of("render", "reject", "warn")
        .flatMap(kind -> Golden.cases(kind).stream())
        .filter(folder -> !Files.exists(folder.resolve("resources.yaml")))
        .map(folder -> dynamicTest(folder.toString(), () -> compare(folder)));
  }

  /** Findings about whole files, and about documents that are not specs for a function. */
  private static final Set<String> NOT_OF_A_SPEC = Set.of("not-a-spec", "no-specs");

  /** The same after a layer has renamed the spec, so that it differs from its text. */
  @TestFactory
  Stream<DynamicTest> textThatKustomizeNormalizesIsRejectedInAnyLayer() {
    External.require("kustomize");
    return Golden.cases("reject").stream()
        .filter(
            folder ->
                Stream.of("ambiguous-scalar", "unknown-tag", "bad-alias", "invalid-utf8")
                    .anyMatch(folder.getFileName().toString()::startsWith))
        .map(folder -> dynamicTest(folder.toString(), () -> rejectedInAnyLayer(folder)));
  }

  private void rejectedInAnyLayer(Path folder) throws IOException {
    Path copy = copy(folder);
    Optional<String> handed = handedOver(copy, "namePrefix: a-\nnamespace: b\n");
    if (handed.isPresent()) {
      Cli.Result line = Cli.run("render", folder.toString());
      Cli.Result function = Cli.function(handed.get(), copy);
      assertEquals(1, function.code());
      assertEquals(line.err().replace(folder + "/", ""), function.err());
    }
  }

  private Path copy(Path folder) throws IOException {
    Path copy = Files.createDirectories(temp.resolve(folder));
    for (Path spec : specs(folder)) {
      Path target = copy.resolve(folder.relativize(spec));
      Files.createDirectories(target.getParent());
      Files.copy(spec, target);
    }
    return copy;
  }

  private void compare(Path folder) throws IOException {
    Cli.Result line = Cli.run("render", folder.toString());
    if (codes(line.err()).stream().anyMatch(NOT_OF_A_SPEC::contains)) {
      return;
    }
    Path copy = copy(folder);
    Optional<String> handed = handedOver(copy, "");
    if (handed.isEmpty()) {
      assertNotEquals(0, line.code(), "kustomize rejects what the command line accepts");
      return;
    }
    Cli.Result function = Cli.function(handed.get(), copy);
    assertEquals(line.code(), function.code());
    if (codes(line.err()).contains("yaml-syntax")) {
      // Too deeply nested: a function can't read any of it.
      assertEquals(codes(line.err()), codes(function.err()));
    } else {
      assertEquals(line.err().replace(folder + "/", ""), function.err());
    }
    if (line.code() == 0) {
      assertEquals(objects(line.out()), items(function.out()));
    }
  }

  /**
   * The input that kustomize writes for a function with the specs of a folder. Empty if kustomize
   * rejects them.
   */
  private static Optional<String> handedOver(Path folder, String more) throws IOException {
    Path cat = Files.writeString(folder.resolve("cat"), "#!/bin/sh\ncat >stdin.yaml; exit 1\n");
    assertTrue(cat.toFile().setExecutable(true));
    String list =
        specs(folder).stream()
            .map(spec -> "- " + folder.relativize(spec) + "\n")
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        "resources:\n"
            + list
            + more
            + """
            transformers:
            - |
              apiVersion: fairlead.dev/v1
              kind: StorageGenerator
              metadata:
                name: dump
                annotations:
                  config.kubernetes.io/function: |
                    exec: {path: ./cat}
            """);
    External.run(folder, "kustomize", "build", "--enable-alpha-plugins", "--enable-exec", ".");
    Path handed = folder.resolve("stdin.yaml");
    return Files.exists(handed) ? Optional.of(Files.readString(handed)) : Optional.empty();
  }

  private static List<Path> specs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.fairlead\\.ya?ml"))
          .sorted()
          .toList();
    }
  }

  private static Set<String> codes(String findings) {
    Matcher matcher =
        Pattern.compile("(?m): (?:error|warning): .* \\[([a-z0-9-]+)]$").matcher(findings);
    Set<String> codes = new TreeSet<>();
    while (matcher.find()) {
      codes.add(matcher.group(1));
    }
    return codes;
  }

  private static Set<String> objects(String yaml) {
    return Arrays.stream(yaml.split("(?m)^---\n"))
        .map(document -> String.valueOf(load(document)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> items(String resourceList) {
    return ((List<?>) ((Map<?, ?>) load(resourceList)).get("items"))
        .stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
