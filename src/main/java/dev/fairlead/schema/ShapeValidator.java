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
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The validator behind a schema. It takes long to start, so only findings need it. */
final class ShapeValidator {
  private final Schema validator;

  ShapeValidator(SchemaTree tree) {
    Mapping schema = tree.root();
    this.validator =
        SchemaRegistry.withDialect(
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

  /** What is wrong with a document. */
  List<Error> errors(Tree document) {
    return validator.validate(JacksonNodes.of(document));
  }

  /** What is wrong with a value that a definition describes. */
  List<Error> errors(String definition, Tree value) {
    return validator
        .getRefSchema(SchemaLocation.Fragment.of(definition))
        .validate(JacksonNodes.of(value));
  }

  /** Adds findings about errors in a tree. {@code key} is the position of the key above it. */
  static void report(
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
        errors.stream().map(error -> wording.placed(Violation.of(error, root, key))).toList();
    violations.forEach(violation -> wording.explain(violation, diagnostics));
    List<Diagnostic> findings = new ArrayList<>();
    // Report a finding once if aliases or merge keys repeat its value.
    Set<List<Object>> reported = new HashSet<>();
    for (Violation violation : violations) {
      if (!wording.isExplained(violation, diagnostics) && reported.add(wording.once(violation))) {
        findings.add(wording.of(violation));
      }
    }
    findings.stream()
        .filter(finding -> !diagnostics.hasErrorAt(finding.span()))
        .toList()
        .forEach(diagnostics::add);
  }
}
