package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Message;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells specs from other documents before the schema is checked. */
public final class SpecKind {
  /** The only version of the language so far. */
  public static final String API_VERSION = "fairlead.dev/v1";

  /** The kind of a spec. */
  public static final String KIND = "Storage";

  /** The kind of a function config that lists specs. */
  public static final String GENERATOR = "StorageGenerator";

  private static final Message.Plain EXPECTED =
      plain("a spec begins with apiVersion: " + API_VERSION + " and kind: " + KIND);

  private SpecKind() {}

  /** Whether the document is a spec or was meant as one. If not, adds a finding. */
  public static boolean check(Document document, Diagnostics diagnostics) {
    if (!(document.root() instanceof Mapping root)) {
      diagnostics.add(
          Code.NOT_A_SPEC,
          document.root().span(),
          message("the document is {}, not a mapping; {}", plain(what(document.root())), EXPECTED));
      return false;
    }
    if (!root.has("kind") && !root.has("apiVersion")) {
      diagnostics.add(
          Code.NOT_A_SPEC, root.span(), message("the document has no kind; {}", EXPECTED));
      return false;
    }
    String kind = root.text("kind").orElse("");
    String version = root.text("apiVersion").orElse("");
    boolean fits =
        fits("kind", root, KIND, version.equals(API_VERSION), diagnostics)
            & fits("apiVersion", root, API_VERSION, false, diagnostics);
    // A typo in one of them should not hide other findings.
    boolean meant =
        Nearest.distance(kind.toLowerCase(Locale.ROOT), "storage", 2) <= 2
            || (!root.has("kind") && version.startsWith("fairlead.dev/"));
    return fits || meant;
  }

  private static boolean fits(
      String field, Mapping root, String wanted, boolean ours, Diagnostics diagnostics) {
    // The schema reports a missing field and a value that is not a string.
    if (root.string(field).isEmpty() || root.stringOr(field, "").equals(wanted)) {
      return true;
    }
    String word = root.stringOr(field, "");
    Span span = root.spanOf(field);
    // Only our own kind can be a typo. A version may be intentional.
    Optional<Proposal> slip =
        Nearest.only(word, ours ? List.of(wanted) : List.of())
            .flatMap(right -> Proposal.word(span, word, right));
    Diagnostic finding =
        Diagnostic.of(Code.NOT_A_SPEC, span, message("{} is {}; {}", plain(field), word, EXPECTED))
            .withProposal(slip);
    if (word.equals(GENERATOR)) {
      finding =
          finding.withHint("only kustomize reads such a file: name the specs themselves here");
    } else if (field.equals("kind") && isManifest(root)) {
      finding =
          finding.withHint(
              "these are manifests: fairlead verify checks them, and fairlead import makes a spec"
                  + " of them");
    }
    diagnostics.add(finding);
    return false;
  }

  /** Whether a document is an object of Kubernetes rather than a spec with a mistake. */
  private static boolean isManifest(Mapping root) {
    String version = root.stringOr("apiVersion", "");
    return !version.isEmpty() && !version.startsWith("fairlead.dev/");
  }

  private static String what(Tree root) {
    return root instanceof Sequence ? "a list" : message("the plain value {}", Shown.text(root));
  }
}
