package dev.fairlead.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Replays what bench/fuzz has found, and the seeds of the fuzzer with slips at random. The fuzzer
 * itself is no part of the tests.
 */
class FuzzTest {
  private static final Path FOUND = Path.of("testdata", "fuzz");
  private static final List<String> SEEDS =
      List.of(
          "render",
          "reject",
          "warn",
          "fix",
          "verify",
          "function",
          "docs",
          "doctor",
          "import",
          "plan");
  private static final int SLIPS = 400;
  private static final int LARGEST = 4000;
  private static final String HOSTILE = "\n \t:-{}[]&*!|>'\"%#,~<0\\LPu\u0000\u0085\u2028\uFEFF";

  private enum Target {
    READER(ReaderTarget::fuzzerTestOneInput),
    PIPELINE(PipelineTarget::fuzzerTestOneInput),
    FUNCTION(FunctionTarget::fuzzerTestOneInput),
    VERIFY(VerifyTarget::fuzzerTestOneInput),
    FIX(FixTarget::fuzzerTestOneInput),
    IMPORT(ImportTarget::fuzzerTestOneInput),
    DOCTOR(DoctorTarget::fuzzerTestOneInput),
    PLAN(PlanTarget::fuzzerTestOneInput);

    private final Consumer<byte[]> run;

    Target(Consumer<byte[]> run) {
      this.run = run;
    }

    private void run(Path name, byte[] data) {
      try {
        run.accept(data);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(this + " breaks with " + name + ":\n" + text(data), e);
      }
    }
  }

  private static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A seed. The dump of a plan follows its spec. */
  private static byte[] read(Path seed) throws IOException {
    if (!seed.endsWith("live.yaml")) {
      return Files.readAllBytes(seed);
    }
    String spec = Files.readString(seed.resolveSibling("spec.fairlead.yaml"));
    return (spec + PlanTarget.LIVE + Files.readString(seed)).getBytes(StandardCharsets.UTF_8);
  }

  private static List<Path> seeds() {
    List<Path> seeds = new ArrayList<>();
    SEEDS.forEach(name -> seeds.addAll(files(Path.of("testdata", name))));
    return seeds.stream().filter(file -> file.toString().matches(".*\\.(yaml|json)")).toList();
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void whatWasFoundStaysMended(Target target) throws IOException {
    for (Path file : files(FOUND)) {
      target.run(file, Files.readAllBytes(file));
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void slipsAtRandom(Target target) throws IOException {
    Random random = new Random(19);
    List<Path> seeds = seeds();
    for (int i = 0; i < SLIPS; i++) {
      Path seed = seeds.get(random.nextInt(seeds.size()));
      byte[] data = read(seed);
      if (data.length < LARGEST) {
        target.run(seed, slipped(data, random));
      }
    }
  }

  private static byte[] slipped(byte[] data, Random random) {
    StringBuilder text = new StringBuilder(text(data));
    for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(4));
      char c = HOSTILE.charAt(random.nextInt(HOSTILE.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, c);
        case 2 -> text.replace(at, end, String.valueOf(c));
        default -> text.insert(at, text.substring(at, end));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyOracleFindsAPlantedFault() {
    SourceFile file = new SourceFile("a", "text");
    breaks(() -> Oracles.placesAreInTheirFiles(List.of(at(new Span(file, 3, 5)))));
    breaks(() -> Oracles.placesAreInTheirFiles(List.of(at(new Span(file, -2, 2)))));
    SourceFile unsafe = new SourceFile("a", "text\u0000").withText("\u0000");
    Oracles.placesAreInTheirFiles(List.of(at(new Span(unsafe, 0, 1))));
    AtomicInteger calls = new AtomicInteger();
    breaks(() -> Oracles.isTheSameTwice(calls::incrementAndGet));
    breaks(
        () ->
            Oracles.passesVerify(
                "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: \"a\\n\"}\n"));
    breaks(() -> Oracles.readsTheSame("a: yes\n", "{\"items\": [{\"a\": \"yes\"}]}"));
    breaks(() -> Oracles.readsTheSame("a: b\n", "{\"items\": [{\"a\": \"c\"}]}"));
    Oracles.readsTheSame("a: \"yes\"\n", "{\"items\": [{\"a\": \"yes\"}]}");
    breaks(() -> Oracles.isIdempotent(b -> Arrays.copyOf(b, b.length + 1), new byte[1]));
    breaks(() -> FunctionTarget.agrees(Optional.of("a: b\n"), Optional.empty()));
    breaks(() -> FunctionTarget.agrees(Optional.of("a: b\n"), Optional.of("items: []\n")));
    breaks(() -> FunctionTarget.agrees(Optional.of("a: b\n"), Optional.of("items: [{a: c}]\n")));
    byte[] fine =
        ("apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\n"
                + "claims: [{name: a, storage: 1Gi}]\n")
            .getBytes(StandardCharsets.UTF_8);
    breaks(() -> FixTarget.breaksNothing(fine, new byte[] {'a'}));
    ImportTarget.rendered(text(fine));
    breaks(() -> ImportTarget.rendered(text(fine) + "volumes: []\n"));
    breaks(() -> ImportTarget.staysTheSame("a: b\n", "a: c\n"));
    DoctorTarget.isQuoted("see it: kubectl get pvc -A | grep 'a\n$(b)'");
    breaks(() -> DoctorTarget.isQuoted("see it: kubectl get pvc a$(b)"));
    breaks(() -> DoctorTarget.isQuoted("see it: kubectl get pvc 'a"));
    breaks(() -> PlanTarget.isVisible("a\u001b[1m"));
    assertThrows(RuntimeException.class, () -> PlanTarget.isJson("{\"a\": "));
    PlanTarget.isScript("if true; then echo 'a'; fi\n");
    breaks(() -> PlanTarget.isScript("if true; then echo 'a; fi\n"));
  }

  private static Diagnostic at(Span span) {
    return Diagnostic.of(Code.YAML_SYNTAX, span, "wrong");
  }

  private static void breaks(Runnable oracle) {
    assertThrows(AssertionError.class, oracle::run);
  }
}
