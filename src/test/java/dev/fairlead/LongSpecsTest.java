package dev.fairlead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.LongLists;
import dev.fairlead.document.Node;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.render.Templates;
import dev.fairlead.source.SpecReader;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.SameTree;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Long specs are folded and their plans outlined, which must not be seen in anything: every case is
 * taken through as if it were long, and one that is long through a JVM with little memory.
 */
class LongSpecsTest {
  private static final String TRICKY =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      base: &base {accessModes: [ReadWriteOnce], n: &n +12, empty: }
      volumes:
        - &first
          name: naïve 文 😀
          <<: *base
          ? "a key
            of two lines"
          : [1.50, 1e3, -0, true, ~, {}, [], '', *n]
        - <<: [*first, {late: *first}]
          name: |
            several
            lines
        - *first
        - - *base
      """;

  private static final Span NOWHERE = new SourceFile("", "").whole();

  private record Outcome(List<Diagnostic> findings, String manifests) {}

  private static Outcome transpile(Transpiler transpiler, List<SpecInput> inputs)
      throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Plan plan = transpiler.transpile(inputs, diagnostics);
    StringWriter manifests = new StringWriter();
    if (!diagnostics.hasErrors()) {
      Templates.load().print(plan, manifests);
    }
    List<Diagnostic> findings =
        diagnostics.sorted().stream().map(LongSpecsTest::withoutFile).toList();
    return new Outcome(findings, manifests.toString());
  }

  /** A file is equal to itself only, so its place is put into the message. */
  private static Diagnostic withoutFile(Diagnostic finding) {
    return Diagnostic.of(finding.code(), NOWHERE, finding + " " + finding.span());
  }

  @TestFactory
  Stream<DynamicTest> casesComeOutTheSame() {
    Transpiler usual = new Transpiler();
    Transpiler asIfLong = new Transpiler(0, 0);
    return Stream.of("render", "reject", "warn")
        .flatMap(kind -> Golden.cases(kind).stream())
        .map(
            folder ->
                dynamicTest(
                    folder.toString(),
                    () -> {
                      List<SpecInput> inputs = inputs(folder);
                      assertEquals(transpile(usual, inputs), transpile(asIfLong, inputs));
                    }));
  }

  /** Texts that are long are parsed by a thread of their own. */
  @TestFactory
  Stream<DynamicTest> casesInLongFilesComeOutTheSame() {
    Transpiler transpiler = new Transpiler();
    byte[] comments = "\n# A comment that makes the file long.".repeat(2000).getBytes(UTF_8);
    return Stream.of("render", "reject", "warn")
        .flatMap(kind -> Golden.cases(kind).stream())
        .map(
            folder ->
                dynamicTest(
                    folder.toString(),
                    () -> {
                      List<SpecInput> inputs = inputs(folder);
                      List<SpecInput> longer =
                          inputs.stream()
                              .map(
                                  input ->
                                      new SpecInput(input.name(), join(input.bytes(), comments)))
                              .toList();
                      assertEquals(transpile(transpiler, inputs), transpile(transpiler, longer));
                    }));
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static List<SpecInput> inputs(Path folder) throws IOException {
    List<SpecInput> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".fairlead.yaml")).toList()) {
        inputs.add(new SpecInput(file.toString(), Files.readAllBytes(file)));
      }
    }
    return inputs;
  }

  @Test
  void whatIsFarApartIsCompared() throws IOException {
    String spec =
        volumes(2500)
                .replace("handle-2400\n", "handle-7\n")
                .replace("name: volume-2300\n", "name: volume-8\n")
            + "workloads:\n  - name: app\n    namespace: shop\n    containers:\n      - name: main\n"
            + "        image: registry.example.com/app:1\n"
            + "        mounts: {/a: volume-2, /b: volume-2450, /c: volume-nowhere}\n";
    List<SpecInput> inputs = List.of(input(spec));
    Outcome outcome = transpile(new Transpiler(1000, 100), inputs);
    assertEquals(transpile(new Transpiler(), inputs), outcome);
    assertEquals(
        List.of(
            Code.DUPLICATE_NAME,
            Code.CLAIM_TOO_LARGE,
            Code.CLAIM_BOUND_TWICE,
            Code.DUPLICATE_HANDLE,
            Code.DANGLING_REFERENCE),
        outcome.findings().stream().map(Diagnostic::code).toList());
  }

  /** What was found good for volumes while it was read says nothing about claims. */
  @Test
  void oneListUnderTwoKeys() throws IOException {
    String spec = volumes(3).replace("volumes:\n", "volumes: &volumes\n") + "claims: *volumes\n";
    List<SpecInput> inputs = List.of(input(spec));
    Outcome outcome = transpile(new Transpiler(0, 0), inputs);
    assertEquals(transpile(new Transpiler(), inputs), outcome);
    assertTrue(outcome.findings().stream().anyMatch(f -> f.code() == Code.UNKNOWN_KEY));
  }

  @Test
  void slicesAreLeftOutNowhere() throws IOException {
    List<SpecInput> inputs = List.of(input(volumes(2500)));
    Outcome outcome = transpile(new Transpiler(1000, 100), inputs);
    assertEquals(transpile(new Transpiler(), inputs), outcome);
    assertEquals(2500, outcome.manifests().split("kind: PersistentVolume\n", -1).length - 1);
  }

  @Test
  void aFoldedTreeIsTheSameTree() {
    JsonNode usual = root(new LongLists());
    JsonNode folded = root(new LongLists(0));
    assertSame(usual.get("volumes").get(0), usual.get("volumes").get(0));
    assertTrue(folded.get("volumes").get(0) != folded.get("volumes").get(0), "nothing was folded");
    SameTree.check(usual, folded);
    assertEquals(
        Node.placeOf(usual.get("volumes").get(2)).value().line(),
        Node.placeOf(folded.get("volumes").get(0)).value().line(),
        "an alias stands for what is at its anchor");
    assertNotEquals(
        0, ((Node) folded).weight(), "the weight of a folded list is known without its items");
  }

  private static JsonNode root(LongLists lists) {
    List<Document> documents =
        new SpecReader(new Diagnostics(), lists)
            .read("tricky", TRICKY.getBytes(StandardCharsets.UTF_8));
    return documents.get(0).root();
  }

  /** 20,000 volumes whose trees and manifests would take twice as much memory as there is. */
  @Test
  void memoryGrowsByLittle(@TempDir Path temp) throws Exception {
    Path spec = Files.writeString(temp.resolve("long.yaml"), volumes(20_000));
    Path out = temp.resolve("out");
    assertEquals(0, inLittleMemory(spec, out, temp.resolve("err")));
    assertEquals("", Files.readString(temp.resolve("err")));
    try (Stream<String> lines = Files.lines(out)) {
      Map<Boolean, Long> kinds =
          lines
              .filter(line -> line.startsWith("kind: "))
              .collect(
                  Collectors.partitioningBy(line -> line.endsWith("Claim"), Collectors.counting()));
      assertEquals(Map.of(true, 20_000L, false, 20_000L), kinds);
    }
    String broken = volumes(20_000).replace("volume-19999\n", "Volume-19999\n");
    Files.writeString(spec, broken);
    assertEquals(1, inLittleMemory(spec, out, temp.resolve("err")));
    assertEquals("", Files.readString(out), "manifests were printed in spite of an error");
    String findings = Files.readString(temp.resolve("err"));
    assertTrue(findings.contains("\"Volume-19999\""), findings);
  }

  private static int inLittleMemory(Path spec, Path out, Path err) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fairlead.cli.Main",
                "render",
                spec.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running");
    return process.exitValue();
  }

  private static SpecInput input(String spec) {
    return new SpecInput("spec", spec.getBytes(StandardCharsets.UTF_8));
  }

  private static String volumes(int count) {
    StringBuilder spec = new StringBuilder();
    spec.append("apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata:\n  name: long\n");
    spec.append("  labels: {example.com/part-of: shop}\n");
    spec.append("defaults: {accessModes: [ReadWriteOnce]}\n");
    spec.append("volumes:\n");
    for (int i = 0; i < count; i++) {
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
