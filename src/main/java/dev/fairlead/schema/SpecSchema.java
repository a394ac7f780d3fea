package dev.fairlead.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.JsonTree;
import dev.fairlead.document.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of a spec, and its findings in our own words. */
public final class SpecSchema {
  static final String RESOURCE = "/schemas/storage.v1.schema.json";
  private static final String GENERATOR = "/schemas/storage-generator.v1.schema.json";

  /**
   * Errors inside a branch of oneOf or anyOf, which say nothing by themselves. oneOf has an error
   * of its own; anyOf has none, so the error of its first branch stands for it.
   */
  private static final Pattern IN_BRANCH =
      Pattern.compile(".*/(oneOf/[0-9]+|anyOf/[1-9][0-9]*)/.*");

  private final JsonNode root;
  private final Schema schema;

  private SpecSchema(JsonNode root, Schema schema) {
    this.root = root;
    this.schema = schema;
  }

  /** Loads the schema of specs that is packaged with the program. */
  public static SpecSchema load() {
    return load(RESOURCE);
  }

  /** Loads the schema of {@link SpecKind#GENERATOR}. */
  public static SpecSchema loadGenerator() {
    return load(GENERATOR);
  }

  private static SpecSchema load(String resource) {
    JsonNode root = JsonTree.ofResource(SpecSchema.class, resource);
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                registry ->
                    registry.schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .regularExpressionFactory(new LinearPatterns())
                            .build()))
            .getSchema(SchemaLocation.of(root.path("$id").stringValue()), root);
    return new SpecSchema(root, schema);
  }

  /** Adds what is wrong with the shape of the document. */
  public void check(Document document, Diagnostics diagnostics) {
    JsonNode spec = document.root();
    List<Error> errors = schema.validate(spec);
    if (!errors.isEmpty()) {
      Wording wording = new Wording(root, spec, path -> SpecPath.show(spec, path));
      report(errors, wording, diagnostics);
    }
  }

  /**
   * Adds what is wrong with the source of a volume in a manifest, which is written as in a spec.
   * Null stands for a field that is left out, as everywhere in Kubernetes.
   */
  public void checkSource(Document manifest, Diagnostics diagnostics) {
    JsonNode object = manifest.root();
    boolean volume =
        object.path("apiVersion").asString("").equals("v1")
            && object.path("kind").asString("").equals("PersistentVolume");
    if (!volume) {
      return;
    }
    String name = object.path("metadata").path("name").asString("");
    for (Map.Entry<String, JsonNode> field : object.path("spec").properties()) {
      String definition = "source." + field.getKey();
      JsonNode source = field.getValue();
      if (root.path("definitions").has(definition) && !source.isNull()) {
        List<Error> errors =
            schema
                .getRefSchema(SchemaLocation.Fragment.of("#/definitions/" + definition))
                .validate(source);
        Wording wording =
            new Wording(root, source, path -> SpecPath.showInVolume(field.getKey(), path, name));
        errors.removeIf(error -> error.getInstanceNode().isNull() && !wording.isRequired(error));
        report(errors, wording, diagnostics);
      }
    }
  }

  private static void report(List<Error> errors, Wording wording, Diagnostics diagnostics) {
    errors.removeIf(error -> IN_BRANCH.matcher(error.getEvaluationPath().toString()).matches());
    // Nothing else is worth saying about a value of the wrong type.
    Set<NodePath> wrongType = new HashSet<>();
    for (Error error : errors) {
      if (error.getKeyword().equals("type")) {
        wrongType.add(error.getInstanceLocation());
      }
    }
    errors.removeIf(
        error ->
            !error.getKeyword().equals("type") && wrongType.contains(error.getInstanceLocation()));
    // An unknown key that is a misspelt one explains why that one is missing.
    Set<String> explained = new HashSet<>();
    errors.forEach(error -> wording.meantBy(error).ifPresent(explained::add));
    List<Diagnostic> findings = new ArrayList<>();
    // What aliases and merge keys repeat is said once.
    Set<List<Object>> said = new HashSet<>();
    for (Error error : errors) {
      Span value = Node.placeOf(error.getInstanceNode()).value();
      List<Object> once =
          Arrays.asList(value, error.getSchemaLocation().toString(), error.getProperty());
      if (!wording.isExplainedBy(error, explained) && said.add(once)) {
        findings.add(wording.of(error));
      }
    }
    findings.stream()
        .filter(finding -> !diagnostics.hasErrorAt(finding.span()))
        .toList()
        .forEach(diagnostics::add);
  }
}
