package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;
import static dev.fairlead.diagnostic.Quote.quote;

import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Words errors in manifests as those in specs, and says what comes of them. */
final class ManifestWording extends Wording {
  /** Examples of fields that are often missing. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("accessModes", "[ReadWriteOnce]"),
          Map.entry("capacity", "{storage: 10Gi}"),
          Map.entry("claimName", "my-claim"),
          Map.entry("containers", "[{name: app, image: nginx:1.27}]"),
          Map.entry("devicePath", "/dev/xvda"),
          Map.entry("image", "nginx:1.27"),
          Map.entry("mountPath", "/data"),
          Map.entry("resources", "{requests: {storage: 10Gi}}"),
          Map.entry("requests", "{storage: 10Gi}"),
          Map.entry("schedule", "\"0 3 * * *\""),
          Map.entry("secretName", "my-secret"),
          Map.entry("selector", "{matchLabels: {app: web}}"),
          Map.entry("server", "nfs.example.com"),
          Map.entry("storage", "10Gi"),
          Map.entry("volumeHandle", "vol-0a1b2c3d4e5f60718"));

  private final SchemaTree schema;
  private final Mapping definition;
  private final Function<NodePath, String> path;

  /**
   * {@code definition} is the reference of the definition of the manifest; {@code path} shows the
   * path to a node of it.
   */
  ManifestWording(
      SchemaTree schema, String definition, Mapping manifest, Function<NodePath, String> path) {
    super(schema, manifest, path);
    this.schema = schema;
    this.path = path;
    this.definition = schema.definition(definition.substring("#/definitions/".length()));
  }

  @Override
  Diagnostic of(Violation violation) {
    Diagnostic finding =
        isReadOtherwise(violation) ? readOtherwise(violation) : super.of(violation);
    if (violation.keyword().equals("additionalProperties")) {
      return OtherKeys.about(finding, violation.property());
    }
    NodePath rule = violation.error().getEvaluationPath();
    String otherwise = finding.code() == Code.MISSING_FIELD ? withoutField(rule) : "";
    String end = schema.consequence(definition, rule).orElse(otherwise);
    return withExample(
        end.isEmpty() ? finding : finding.withMessage(finding.message() + ": " + end), violation);
  }

  private static Diagnostic withExample(Diagnostic finding, Violation violation) {
    boolean missing = violation.keyword().equals("required") && finding.hint().isEmpty();
    String example = missing && !violation.inAnyOf() ? EXAMPLES.get(violation.property()) : null;
    return example == null
        ? finding
        : finding.withHint("write it, as in " + violation.property() + ": " + example);
  }

  /** Most API servers accept any claim template. The controller then fails to make the claims. */
  private static String withoutField(NodePath rule) {
    for (int i = 0; i < rule.getNameCount(); i++) {
      if ("volumeClaimTemplates".equals(rule.getElement(i))) {
        return "its pods would never be created";
      }
    }
    return "the API server rejects it";
  }

  /** Whether kubectl takes a scalar for something else than it looks. */
  private static boolean isReadOtherwise(Violation violation) {
    return violation.keyword().equals("type")
        && violation.value() instanceof Scalar scalar
        && !scalar.isString()
        && !scalar.isNull()
        && !scalar.span().text().equals(scalar.written());
  }

  private Diagnostic readOtherwise(Violation violation) {
    Span span = violation.value().span();
    String written = span.text();
    boolean number = violation.value() instanceof Scalar scalar && scalar.isNumber();
    boolean text = violation.argument(1).contains("string");
    return Diagnostic.of(
            Code.WRONG_TYPE,
            span,
            message(
                "{} is {}, which kubectl reads as the {} {}{}",
                plain(path.apply(violation.path())),
                plain(written),
                plain(number ? "number" : "boolean"),
                plain(violation.shown()),
                plain(text ? "; write " + quote(written) : "")))
        .withProposal(text ? Proposal.quotes(span, written) : Optional.empty());
  }
}
