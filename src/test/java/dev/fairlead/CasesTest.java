package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases in testdata: specs with their expected output, to the byte. */
class CasesTest {
  /**
   * CommandLineTest covers unreadable files, OutputFolderTest and PreCommitTest cover folders of
   * rendered files. Codes that only manifests have are in verify.
   */
  private static final Set<Code> ELSEWHERE =
      Set.of(
          Code.UNREADABLE_FILE,
          Code.NO_SPECS,
          Code.NO_MANIFESTS,
          Code.NOT_A_MANIFEST,
          Code.CLAIM_REF,
          Code.NOT_AMONG_MANIFESTS,
          Code.DEFAULT_CLASS,
          Code.REPLACED_POD_VOLUME,
          Code.NOT_IMPORTED,
          Code.IMPORT_DIFFERENCE,
          Code.NOW_RETAINED,
          Code.UNPROTECTED_DATA,
          Code.DRIFT,
          Code.FROZEN_FIELD,
          Code.PRUNED_STORAGE,
          Code.FOREIGN_FILE,
          Code.SHARED_FOLDER,
          Code.UNTRACKED_FILE);

  /** Keys of specs that manifests don't have. */
  private static final Pattern OF_SPECS =
      Pattern.compile(
          "topology: |mounts: |podSpec|bindTo|reserve|csiMigration|write volume: |ignore: \\[|"
              + "\\breclaimPolicy|with each$");

  @TestFactory
  Stream<DynamicTest> render() {
    return Golden.cases("render").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> render(folder)));
  }

  private static void render(Path folder) throws Exception {
    Cli.Result result = Cli.runCase("render", folder);
    assertEquals(0, result.code(), folder + ": " + result.err());
    Golden.check(folder.resolve("warnings.txt"), result.err());
    Golden.check(folder.resolve("expected.yaml"), result.out());
    assertEquals(result, Cli.runCase("render", folder), "a second run differs");
  }

  @TestFactory
  Stream<DynamicTest> reject() {
    return Golden.cases("reject").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> reject(folder)));
  }

  private static void reject(Path folder) throws Exception {
    Cli.Result check = Cli.runCase("check", folder);
    Golden.check(folder.resolve("diagnostics.txt"), check.out());
    assertEquals("", check.err());
    assertTrue(check.out().contains("[" + codeOf(folder, Severity.ERROR).slug() + "]"));
    Cli.Result render = Cli.runCase("render", folder);
    assertEquals("", render.out(), "a manifest was printed despite an error");
    assertEquals(check.out(), render.err());
    assertEquals(check.code(), render.code());
    assertTrue(check.code() == 1 || check.code() == 2, "exit code " + check.code());
  }

  @TestFactory
  Stream<DynamicTest> warn() {
    return Golden.cases("warn").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> warn(folder)));
  }

  private static void warn(Path folder) throws Exception {
    Cli.Result check = Cli.runCase("check", folder);
    Golden.check(folder.resolve("diagnostics.txt"), check.out());
    assertEquals(0, check.code());
    assertTrue(check.out().contains("[" + codeOf(folder, Severity.WARNING).slug() + "]"));
    Cli.Result strict = Cli.runCase("render", folder, "--strict");
    assertEquals(1, strict.code());
    assertEquals("", strict.out());
    assertEquals(check.out().replace(": warning: ", ": error: "), strict.err());
  }

  /** Finished manifests. A folder whose name ends in -fine has no errors. */
  @TestFactory
  Stream<DynamicTest> verify() {
    return Golden.cases("verify").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> verify(folder)));
  }

  private static void verify(Path folder) throws Exception {
    // A file that is named is looked at, whatever it is.
    Path file = folder.resolve("manifests.yaml");
    Cli.Result result = Cli.run("verify", (Files.exists(file) ? file : folder).toString());
    Golden.check(folder.resolve("diagnostics.txt"), result.out());
    assertEquals("", result.err());
    result
        .out()
        .lines()
        .filter(line -> line.startsWith("  hint: "))
        .forEach(hint -> assertFalse(OF_SPECS.matcher(hint).find(), hint));
    assertEquals(folder.toString().endsWith("-fine") ? 0 : 1, result.code(), result.out());
  }

  /** Dumps of a cluster. One whose name begins with healthy has no findings. */
  @TestFactory
  Stream<DynamicTest> doctor() {
    return Golden.cases("doctor").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> doctor(folder)));
  }

  private static void doctor(Path folder) throws Exception {
    List<String> args = new ArrayList<>(List.of("doctor"));
    Path options = folder.resolve("options.txt");
    if (Files.exists(options)) {
      args.addAll(List.of(Files.readString(options).strip().split(" ")));
    }
    args.add(folder.resolve("dump.yaml").toString());
    Cli.Result result = Cli.run(args, "");
    Golden.check(folder.resolve("diagnostics.txt"), result.out());
    assertEquals("", result.err());
    assertEquals(result.out().contains(": error: ") ? 1 : 0, result.code());
    String name = folder.getFileName().toString();
    if (name.startsWith("healthy")) {
      assertEquals("", result.out());
    } else if (!name.startsWith("names-")) {
      assertTrue(result.out().contains("[" + codeOf(folder, null).slug() + "]"), result.out());
    }
  }

  /** The first line of the input may have options after {@code # import}. */
  @TestFactory
  Stream<DynamicTest> imported() {
    return Golden.cases("import").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> imported(folder)));
  }

  private static void imported(Path folder) throws Exception {
    Path input = folder.resolve("input.yaml");
    String first = Files.readString(input).lines().findFirst().orElseThrow();
    List<String> args = new ArrayList<>(List.of("import"));
    if (first.startsWith("# import")) {
      args.addAll(List.of(first.substring(2).split(" ")));
      args.remove(0);
    }
    args.add(input.toString());
    Cli.Result result = Cli.run(args, "");
    Golden.check(folder.resolve("expected.yaml"), result.out());
    Golden.check(folder.resolve("findings.txt"), result.err());
    assertEquals(result.err().contains(": error: ") ? 1 : 0, result.code(), result.err());
    if (result.code() == 0) {
      List<String> render =
          new ArrayList<>(List.of("render", folder.resolve("expected.yaml").toString()));
      if (args.contains("--workloads=existing")) {
        render.addAll(List.of("--resources", input.toString()));
      }
      Cli.Result rendered = Cli.run(render, "");
      assertEquals(0, rendered.code(), rendered.err());
    }
  }

  @TestFactory
  Stream<DynamicTest> renderedManifestsPassVerify() {
    return Golden.cases("render").stream()
        .map(
            folder ->
                dynamicTest(
                    folder.toString(),
                    () -> {
                      String file = folder.resolve("expected.yaml").toString();
                      Cli.Result result = Cli.run("verify", file);
                      assertEquals(0, result.code(), result.out());
                    }));
  }

  @Test
  void everyCodeHasACase() {
    Set<Code> covered =
        Stream.of("reject", "warn")
            .flatMap(kind -> Golden.cases(kind).stream())
            .map(folder -> codeOf(folder, null))
            .collect(Collectors.toCollection(HashSet::new));
    for (Path folder : Golden.cases("doctor")) {
      String name = folder.getFileName().toString();
      if (!name.startsWith("healthy") && !name.startsWith("names-")) {
        covered.add(codeOf(folder, null));
      }
    }
    List<Code> missing =
        Arrays.stream(Code.values())
            .filter(code -> !ELSEWHERE.contains(code))
            .filter(code -> !covered.contains(code))
            .toList();
    assertEquals(List.of(), missing);
  }

  /** The code with the longest slug that the folder's name begins with. */
  private static Code codeOf(Path folder, Severity severity) {
    String name = folder.getFileName().toString();
    Code code =
        Arrays.stream(Code.values())
            .filter(c -> name.equals(c.slug()) || name.startsWith(c.slug() + "-"))
            .max((a, b) -> Integer.compare(a.slug().length(), b.slug().length()))
            .orElseThrow(() -> new AssertionError(folder + " does not begin with a code"));
    if (severity != null) {
      assertEquals(severity, code.severity(), folder + " is in the wrong folder");
    }
    return code;
  }
}
