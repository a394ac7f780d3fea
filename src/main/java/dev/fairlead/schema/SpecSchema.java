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
import dev.fairlead.tree.Document;
import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JSON Schema of specs, with findings in our own words. */
public final class SpecSchema {
  private static final String STORAGE = "storage.v1.schema.json";

  private static final String GENERATOR = "storage-generator.v1.schema.json";

  private final String file;
  private final SchemaRules rules;
  private final Conformance conformance;
  private Optional<SchemaTree> whole = Optional.empty();
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
    return new SpecSchema(GENERATOR, SchemaRules.ofSchema(tree(GENERATOR).root()));
  }

  private static SchemaTree tree(String file) {
    Tree tree = JsonTree.of(file, SchemaFiles.of(file));
    return new SchemaTree(tree instanceof Mapping root ? root : Mapping.empty(tree.span()));
  }

  /** The schema of specs as a tree. */
  static SchemaTree tree() {
    return tree(STORAGE);
  }

  /** The whole schema. Only findings need it, so it is read on first use. */
  private SchemaTree whole() {
    if (whole.isEmpty()) {
      whole = Optional.of(tree(file));
    }
    return whole.get();
  }

  /** The errors of the validator, which is created on first use. */
  List<Error> errors(Tree document) {
    return validator().validate(JacksonNodes.of(document));
  }

  /** Whether the validator would find no errors. */
  boolean conforms(Tree document) {
    return conformance.of(document);
  }

  private Schema validator() {
    if (validator.isEmpty()) {
      validator = Optional.of(newValidator());
    }
    return validator.get();
  }

  private Schema newValidator() {
    Mapping schema = whole().root();
    return SchemaRegistry.withDialect(
            dialect(),
            registry ->
                registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .regularExpressionFactory(new LinearPatterns())
                        // Build only the parts that documents use.
                        .preloadSchema(false)
                        .build()))
        .getSchema(SchemaLocation.of(schema.stringOr("$id", "")), JacksonNodes.of(schema));
  }

  /**
   * The rules of draft 7 without formats, which the schema does not use. Keywords without a rule,
   * such as descriptions, are skipped, and definitions are built on first use.
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

  /** Adds findings about the shape of the document. */
  public void check(Document document, Diagnostics diagnostics) {
    Tree spec = document.root();
    if (!conforms(spec)) {
      Wording wording = new Wording(whole(), spec, path -> SpecPath.show(spec, path));
      report(errors(spec), spec, spec.span(), wording, diagnostics);
    }
  }

  /**
   * Adds findings about the volume source in a manifest, which has the same form as in a spec. A
   * null field counts as absent, as everywhere in Kubernetes.
   */
  public void checkSource(Document manifest, Diagnostics diagnostics) {
    if (!(manifest.root() instanceof Mapping object)
        || !object.text("apiVersion").orElse("").equals("v1")
        || !object.text("kind").orElse("").equals("PersistentVolume")) {
      return;
    }
    String name = object.mapping("metadata").text("name").orElse("");
    for (Mapping.Entry field : object.mapping("spec").entries()) {
      String definition = "#/definitions/source." + field.key();
      Tree source = field.value();
      if (rules.has(definition) && !source.isNull() && !conformance.to(definition, source)) {
        List<Error> errors =
            validator()
                .getRefSchema(SchemaLocation.Fragment.of(definition))
                .validate(JacksonNodes.of(source));
        Wording wording =
            new Wording(whole(), source, path -> SpecPath.showInVolume(field.key(), path, name));
        errors.removeIf(
            error -> {
              Violation violation = Violation.of(error, source, field.keySpan());
              return violation.value().isNull() && !wording.isRequired(violation);
            });
        report(errors, source, field.keySpan(), wording, diagnostics);
      }
    }
  }

  private static void report(
      List<Error> errors, Tree root, Span key, Wording wording, Diagnostics diagnostics) {
    errors.removeIf(Wording::isInBranch);
    // If the type is wrong, other errors about the value only follow from it.
    Set<NodePath> wrongType = new HashSet<>();
    for (Error error : errors) {
      if (error.getKeyword().equals("type")) {
        wrongType.add(error.getInstanceLocation());
      }
    }
    errors.removeIf(
        error ->
            !error.getKeyword().equals("type") && wrongType.contains(error.getInstanceLocation()));
    List<Violation> violations =
        errors.stream().map(error -> Violation.of(error, root, key)).toList();
    violations.forEach(violation -> wording.explain(violation, diagnostics));
    List<Diagnostic> findings = new ArrayList<>();
    // Report a finding once if aliases or merge keys repeat its value.
    Set<List<Object>> reported = new HashSet<>();
    for (Violation violation : violations) {
      List<Object> once =
          Arrays.asList(
              violation.value().span(),
              violation.error().getSchemaLocation().toString(),
              violation.property());
      if (!wording.isExplained(violation, diagnostics) && reported.add(once)) {
        findings.add(wording.of(violation));
      }
    }
    findings.stream()
        .filter(finding -> !diagnostics.hasErrorAt(finding.span()))
        .toList()
        .forEach(diagnostics::add);
  }
}
