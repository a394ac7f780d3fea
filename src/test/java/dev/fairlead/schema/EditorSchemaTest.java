package dev.fairlead.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.editor.EditorSchema;
import dev.fairlead.source.SpecReader;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors, which is made of the schema of specs. */
class EditorSchemaTest {
  private static final Path FILE = Path.of("schemas", "editor.v1.schema.json");
  private static final int MUTATIONS = 10;

  private final SpecSchema specs = SpecSchema.load();
  private final ShapeValidator editor =
      new ShapeValidator(new SchemaTree((Mapping) JsonTree.of("editor", EditorSchema.text())));

  @Test
  void theFileIsWhatTheCommandPrints() throws IOException {
    Cli.Result printed = Cli.run("schema");
    assertEquals(0, printed.code(), printed.err());
    Golden.check(FILE, printed.out());
  }

  /** An editor rejects what the schema rejects, and nothing that check accepts. */
  @Test
  void itsVerdictsAreThoseOfCheck() throws IOException {
    Random random = new Random(7);
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("render", "reject", "warn", "docs")) {
      try (Stream<Path> found = Files.walk(Path.of("testdata", folder))) {
        found
            .filter(file -> file.toString().endsWith(".fairlead.yaml"))
            .sorted()
            .forEach(files::add);
      }
    }
    int accepted = 0;
    int rejected = 0;
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (int i = 0; i <= MUTATIONS; i++) {
        if (agree(i == 0 ? text : ConformanceTest.mutated(text, random))) {
          accepted++;
        } else {
          rejected++;
        }
      }
    }
    assertTrue(accepted > 300 && rejected > 300, accepted + " and " + rejected);
  }

  private boolean agree(String text) {
    List<Document> documents =
        new SpecReader(new KubernetesNumbers(), new Diagnostics())
            .read("spec.yaml", text.getBytes(StandardCharsets.UTF_8));
    boolean accepted = true;
    for (Document document : documents) {
      boolean inEditor = editor.errors(document.root()).isEmpty();
      if (!specs.conforms(document.root())) {
        assertFalse(inEditor, () -> "an editor accepts\n" + text);
      } else if (!inEditor) {
        assertNotEquals(
            0, Cli.run(List.of("check", "-"), text).code(), () -> "an editor rejects\n" + text);
      }
      accepted &= inEditor;
    }
    return accepted;
  }

  /** A source in defaults has the texts of the source of a volume. */
  @Test
  void sourcesInDefaultsHaveTheSameTexts() {
    JsonNode definitions = JsonMapper.shared().readTree(FILE).get("definitions");
    for (String name : definitions.propertyNames()) {
      if (name.startsWith("source.")) {
        JsonNode inDefaults =
            definitions.get(name.replace("source.", "default.")).get("properties");
        JsonNode fields = definitions.get(name).get("properties");
        for (String field : fields.propertyNames()) {
          assertEquals(
              fields.get(field).get("description"),
              inDefaults.get(field).get("description"),
              name + "." + field);
        }
      }
    }
  }
}
