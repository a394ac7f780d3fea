package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells a spec from other documents before the schema is asked. */
public final class SpecKind {
  /** The only version of the language so far. */
  public static final String API_VERSION = "fairlead.dev/v1";

  /** The kind of a spec. */
  public static final String KIND = "Storage";

  /** The kind of a function config that names specs. */
  public static final String GENERATOR = "StorageGenerator";

  private SpecKind() {}

  /** Whether the document is a spec, or was meant as one; if not, a finding says what it is. */
  public static boolean check(Document document, Diagnostics diagnostics) {
    JsonNode root = document.root();
    if (!(root instanceof Node.Mapping)) {
      String what = root.isArray() ? "a list" : "the plain value " + quote(root.toString());
      Span span = Node.placeOf(root).value();
      diagnostics.add(
          Code.NOT_A_SPEC, span, "the document is " + what + ", not a mapping; " + expected());
      return false;
    }
    JsonNode kind = root.path("kind");
    JsonNode version = root.path("apiVersion");
    if (kind.isMissingNode() && version.isMissingNode()) {
      Span span = Node.placeOf(root).value();
      diagnostics.add(Code.NOT_A_SPEC, span, "the document has no kind; " + expected());
      return false;
    }
    boolean fits =
        fits("kind", kind, KIND, version.asString("").equals(API_VERSION), diagnostics)
            & fits("apiVersion", version, API_VERSION, false, diagnostics);
    // A slip in one of them should not hide what else is wrong.
    boolean meant =
        Nearest.distance(kind.asString("").toLowerCase(Locale.ROOT), "storage") <= 2
            || (kind.isMissingNode() && version.asString("").startsWith("fairlead.dev/"));
    return fits || meant;
  }

  private static boolean fits(
      String field, JsonNode node, String wanted, boolean ours, Diagnostics diagnostics) {
    // What is missing or no string is left to the schema.
    if (!node.isString() || node.stringValue().equals(wanted)) {
      return true;
    }
    Span span = Node.placeOf(node).value();
    // Only a kind of ours can be misspelt; a version may be meant as it is written.
    Optional<Proposal> slip =
        Nearest.only(node.stringValue(), ours ? List.of(wanted) : List.of())
            .flatMap(right -> Proposal.word(span, node.stringValue(), right));
    Diagnostic finding =
        Diagnostic.of(
                Code.NOT_A_SPEC,
                span,
                field + " is " + quote(node.stringValue()) + "; " + expected())
            .withProposal(slip);
    diagnostics.add(
        node.stringValue().equals(GENERATOR)
            ? finding.withHint("only kustomize reads such a file: name the specs themselves here")
            : finding);
    return false;
  }

  private static String expected() {
    return "a spec begins with apiVersion: " + API_VERSION + " and kind: " + KIND;
  }
}
