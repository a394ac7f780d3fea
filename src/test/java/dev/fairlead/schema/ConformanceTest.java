package dev.fairlead.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conformance and the validator give the same answer, for every spec and its mutations. */
class ConformanceTest {
  private static final int MUTATIONS = 40;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.0",
          "1.5",
          "65536",
          "9999999999",
          "\"\"",
          "a",
          "A_b",
          "{}",
          "[]",
          "{a: b}",
          "[a]",
          "[a, a]",
          "Pod",
          "DaemonSet",
          "50Gi",
          "1GB",
          "x".repeat(300),
          "\uD83D\uDE00");

  private final SpecSchema schema = SpecSchema.load();
  private int conforming;
  private int others;

  @Test
  void bothAgree() throws IOException {
    Random random = new Random(7);
    List<Path> specs = new ArrayList<>();
    for (String folder : List.of("render", "reject", "warn", "docs")) {
      try (Stream<Path> files = Files.walk(Path.of("testdata", folder))) {
        files.filter(f -> f.toString().endsWith(".fairlead.yaml")).sorted().forEach(specs::add);
      }
    }
    for (Path spec : specs) {
      String text = new String(Files.readAllBytes(spec), StandardCharsets.UTF_8);
      compare(text);
      for (int i = 0; i < MUTATIONS; i++) {
        compare(mutated(text, random));
      }
    }
    assertTrue(conforming > 1000 && others > 1000, conforming + " and " + others);
  }

  /** The text with another value, key or indentation somewhere. */
  static String mutated(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int colon = line.indexOf(": ");
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      case 2 -> lines.set(at, line.replaceFirst("([a-z])([A-Za-z]*):", "$2$1:"));
      default -> {
        if (colon >= 0) {
          String value = VALUES.get(random.nextInt(VALUES.size()));
          lines.set(at, line.substring(0, colon + 2) + value);
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private void compare(String text) {
    List<Document> documents =
        new SpecReader(new KubernetesNumbers(), new Diagnostics())
            .read("spec.yaml", text.getBytes(StandardCharsets.UTF_8));
    for (Document document : documents) {
      boolean conforms = schema.conforms(document.root());
      assertEquals(schema.errors(document.root()).isEmpty(), conforms, text);
      if (conforms) {
        conforming++;
      } else {
        others++;
      }
    }
  }

  /** Fractions as limits, which the schema of specs does not have. */
  @Test
  void limitsMayBeFractions() {
    Mapping limits = (Mapping) JsonTree.of("limits", "{\"minimum\": 1, \"maximum\": 2.5}");
    Conformance conformance = new Conformance(SchemaRules.ofSchema(limits));
    for (String inside : List.of("1", "1.0", "1.5", "2", "2.5", "\"3\"")) {
      assertTrue(conformance.of(JsonTree.of("value", inside)), inside);
    }
    for (String outside : List.of("0", "0.9", "2.6", "3", "99999999999999999999")) {
      assertFalse(conformance.of(JsonTree.of("value", outside)), outside);
    }
  }
}
