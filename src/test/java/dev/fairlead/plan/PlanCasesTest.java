package dev.fairlead.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The situations in testdata/plan: a dump, a spec, and the plan in all its forms, to the byte. */
class PlanCasesTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      String text = Files.readString(Path.of("schemas", "plan.v1.schema.json"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> plans() {
    return Golden.cases("plan").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> plan(folder)));
  }

  private static void plan(Path folder) throws IOException {
    Cli.Result text = run(folder);
    Golden.check(folder.resolve("expected.txt"), text.out());
    assertEquals("", text.err());
    assertEquals(text.out().contains("\nBlocked: ") ? 1 : 0, text.code());
    Cli.Result json = run(folder, "--output", "json");
    Golden.check(folder.resolve("expected.json"), json.out());
    assertEquals(List.of(), SCHEMA.validate(json.out(), InputFormat.JSON));
    Cli.Result script = run(folder, "--output", "sh");
    Golden.check(folder.resolve("expected.sh"), script.out());
    assertEquals(text.code() == 0 ? "" : text.out(), script.err());
    assertEquals(List.of(text.code(), text.code()), List.of(json.code(), script.code()));
  }

  static Cli.Result run(Path folder, String... options) {
    List<String> args = new ArrayList<>(List.of("plan"));
    args.addAll(List.of(options));
    args.add(folder.resolve("spec.fairlead.yaml").toString());
    args.addAll(List.of("--live", folder.resolve("live.yaml").toString()));
    return Cli.run(args, "");
  }

  /** The shells and shellcheck have nothing to say about any script. */
  @TestFactory
  Stream<DynamicTest> scripts() {
    return Stream.of("sh -n", "dash -n", "shellcheck --severity=style")
        .map(command -> dynamicTest(command, () -> scripts(command.split(" "))));
  }

  private static void scripts(String... command) {
    External.require(command[0]);
    for (Path folder : Golden.cases("plan")) {
      Path script = folder.resolve("expected.sh");
      if (Files.exists(script)) {
        List<String> words = new ArrayList<>(List.of(command));
        words.add(script.toString());
        External.Result result = External.run(Path.of("."), words.toArray(String[]::new));
        assertEquals(new External.Result(0, "", ""), result, script.toString());
      }
    }
  }
}
