package dev.fairlead.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fairlead.testing.Verdicts;
import dev.fairlead.testing.Verdicts.Verdict;
import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of manifests, as editors load it and as the program uses it. */
class ManifestSchemaTest {
  private static final String OTHER = "storage.v1.schema.json#";

  private final JsonNode schema =
      JsonMapper.shared().readTree(Path.of("schemas/manifests.v1.schema.json"));
  private final JsonNode storage =
      JsonMapper.shared().readTree(Path.of("schemas/storage.v1.schema.json"));

  @Test
  void itIsDraft07() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    assertEquals(List.of(), meta.validate(schema));
  }

  @Test
  void everyReferenceIsResolvedAndEveryDefinitionIsUsed() {
    Set<String> references = new TreeSet<>();
    for (JsonNode parent : schema.findParents("$ref")) {
      references.add(parent.get("$ref").stringValue());
    }
    assertTrue(references.size() > 100, references.size() + " references");
    for (String reference : references) {
      JsonNode target =
          reference.startsWith(OTHER)
              ? storage.at(reference.substring(OTHER.length()))
              : schema.at(reference.substring(1));
      assertTrue(target.isObject(), reference);
    }
    for (String definition : schema.get("definitions").propertyNames()) {
      assertTrue(references.contains("#/definitions/" + definition), definition + " is not used");
      assertFalse(storage.get("definitions").has(definition), definition + " is in both schemas");
    }
  }

  /** The quick answer is that of the validator. */
  @Test
  void bothAgree() throws IOException {
    ManifestSchema manifests = new ManifestSchema();
    int conforming = 0;
    int others = 0;
    for (Verdict verdict : Verdicts.all()) {
      String kind = verdict.kind();
      if (schema.get("definitions").has("kind." + kind)
          && JsonTree.of("manifest", verdict.manifest()) instanceof Mapping manifest) {
        boolean conforms = manifests.conforms(kind, manifest);
        assertEquals(manifests.errors(kind, manifest).isEmpty(), conforms, verdict.manifest());
        conforming += conforms ? 1 : 0;
        others += conforms ? 0 : 1;
      }
    }
    assertTrue(conforming > 500 && others > 500, conforming + " and " + others);
  }
}
