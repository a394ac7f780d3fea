package dev.fairlead.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.JsonTree;
import dev.fairlead.document.LongLists;
import dev.fairlead.document.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of a spec, and its findings in our own words. */
public final class SpecSchema {
  private static final String STORAGE = "storage.v1.schema.json";

  private static final String GENERATOR = "storage-generator.v1.schema.json";

  private final String file;
  private final SchemaRules rules;
  private final Conformance conformance;
  private Optional<JsonNode> root = Optional.empty();
  private Optional<Schema> validator = Optional.empty();

  private SpecSchema(String file, SchemaRules rules) {
    this.file = file;
    this.rules = rules;
    this.conformance = new Conformance(rules);
  }

  /** Loads the schema of specs that is packaged with the program. */
  public static SpecSchema load() {
    return new SpecSchema(STORAGE, SchemaRules.embedded());
  }

  /** Loads the schema of {@link SpecKind#GENERATOR}. */
  public static SpecSchema loadGenerator() {
    return new SpecSchema(GENERATOR, SchemaRules.ofSchema(tree(GENERATOR)));
  }

  private static JsonNode tree(String file) {
    return JsonTree.of(file, SchemaFiles.of(file));
  }

  /** The schema of specs as a tree. */
  static JsonNode tree() {
    return tree(STORAGE);
  }

  /** The whole schema, which only findings need. */
  private JsonNode root() {
    if (root.isEmpty()) {
      root = Optional.of(tree(file));
    }
    return root.get();
  }

  /** What the validator finds. It is made when it is needed first. */
  List<Error> errors(JsonNode document) {
    return validator().validate(document);
  }

  /** Whether it would find nothing. */
  boolean conforms(JsonNode document) {
    return conformance.of(document);
  }

  /** Judges the lists of a document while it is read. */
  public LongLists.Judge judge() {
    return conformance;
  }

  private Schema validator() {
    if (validator.isEmpty()) {
      validator = Optional.of(newValidator());
    }
    return validator.get();
  }

  private Schema newValidator() {
    return SchemaRegistry.withDialect(
            dialect(),
            registry ->
                registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .regularExpressionFactory(new LinearPatterns())
                        // What no document asks for is not made.
                        .preloadSchema(false)
                        .build()))
        .getSchema(SchemaLocation.of(root().path("$id").stringValue()), root());
  }

  /**
   * The rules of draft 7 without formats, which the schema does not use. Nothing is made of
   * keywords that say no rule: not of descriptions, and not of definitions before they are referred
   * to.
   */
  private static Dialect dialect() {
    return Dialect.builder(DialectId.DRAFT_7)
        .specificationVersion(SpecificationVersion.DRAFT_7)
        .idKeyword("$id")
        .keywords(
            KeywordType.getKeywords(SpecificationVersion.DRAFT_7).stream()
                .filter(keyword -> keyword != KeywordType.FORMAT)
                .toList())
        .unknownKeywordFactory((keyword, context) -> null)
        .build();
  }

  /** Adds what is wrong with the shape of the document. */
  public void check(Document document, Diagnostics diagnostics) {
    JsonNode spec = document.root();
    if (!conforms(spec)) {
      Wording wording = new Wording(root(), spec, path -> SpecPath.show(spec, path));
      report(errors(spec), wording, diagnostics);
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
      String definition = "#/definitions/source." + field.getKey();
      JsonNode source = field.getValue();
      if (rules.has(definition) && !source.isNull() && !conformance.to(definition, source)) {
        List<Error> errors =
            validator().getRefSchema(SchemaLocation.Fragment.of(definition)).validate(source);
        Wording wording =
            new Wording(root(), source, path -> SpecPath.showInVolume(field.getKey(), path, name));
        errors.removeIf(error -> error.getInstanceNode().isNull() && !wording.isRequired(error));
        report(errors, wording, diagnostics);
      }
    }
  }

  private static void report(List<Error> errors, Wording wording, Diagnostics diagnostics) {
    errors.removeIf(Wording::isInBranch);
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
