package dev.fairlead.schema;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.tree.Mapping;

/** Words errors in manifests as those in specs, and says what comes of them. */
final class ManifestWording extends Wording {
  private final SchemaTree schema;
  private final Mapping definition;

  /** {@code definition} is the reference of the definition of the kind. */
  ManifestWording(SchemaTree schema, String definition, Mapping manifest, ManifestPath path) {
    super(schema, manifest, path);
    this.schema = schema;
    this.definition = schema.definition(definition.substring("#/definitions/".length()));
  }

  @Override
  Diagnostic of(Violation violation) {
    Diagnostic finding = super.of(violation);
    String otherwise = finding.code() == Code.MISSING_FIELD ? "the API server rejects it" : "";
    String end =
        schema.consequence(definition, violation.error().getEvaluationPath()).orElse(otherwise);
    return end.isEmpty() ? finding : finding.withMessage(finding.message() + ": " + end);
  }
}
