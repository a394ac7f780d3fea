package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import com.networknt.schema.Error;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.NullFields;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON Schema of finished manifests. It shares its definitions with the schema of specs. */
public final class ManifestSchema {
  private static final String FILE = "manifests.v1.schema.json";
  private static final String KIND = "#/definitions/kind.";
  private static final List<String> STORAGE = List.of("PersistentVolume", "PersistentVolumeClaim");

  /** Kinds that no other version or group of Kubernetes has. */
  private static final List<String> CORE =
      List.of("PersistentVolume", "PersistentVolumeClaim", "Pod");

  private final SchemaRules rules = SchemaRules.ofManifests();
  private final Conformance conformance = Conformance.ofManifests(rules);
  private Optional<SchemaTree> whole = Optional.empty();
  private Optional<ShapeValidator> validator = Optional.empty();

  /** The schema of manifests with that of specs in it. */
  static SchemaTree tree() {
    String text = ManifestSchemaFiles.of(FILE).replace("storage.v1.schema.json#/", "#/");
    Tree tree = JsonTree.of(FILE, text);
    Mapping root = tree instanceof Mapping mapping ? mapping : Mapping.empty(tree.span());
    Mapping shared = SpecSchema.tree().root().mapping("definitions");
    return new SchemaTree(root.with("definitions", shared.withAll(root.mapping("definitions"))));
  }

  private SchemaTree whole() {
    if (whole.isEmpty()) {
      whole = Optional.of(tree());
    }
    return whole.get();
  }

  /**
   * The errors of the validator about a manifest of a known kind. It sees no keys without a value,
   * except unknown ones.
   */
  List<Error> errors(String kind, Mapping manifest) {
    if (validator.isEmpty()) {
      validator = Optional.of(new ShapeValidator(whole()));
    }
    ShapeValidator shape = validator.get();
    Tree present = NullFields.removed(manifest);
    List<Error> errors = new ArrayList<>(shape.errors(KIND + kind, present));
    if (present != manifest) {
      for (Error error : shape.errors(KIND + kind, manifest)) {
        if (isUnknownWithoutValue(Violation.of(error, manifest, manifest.span()))) {
          errors.add(error);
        }
      }
    }
    return errors;
  }

  private static boolean isUnknownWithoutValue(Violation violation) {
    return violation.keyword().equals("additionalProperties")
        && violation.mapping().find(violation.property()).isNull();
  }

  /** Whether the validator would find no errors in a manifest of a known kind. */
  boolean conforms(String kind, Tree manifest) {
    return conformance.to(KIND + kind, manifest);
  }

  /** Adds findings about the shape of a manifest, if its kind has to do with storage. */
  public void check(Document document, Diagnostics diagnostics) {
    if (!(document.root() instanceof Mapping manifest)) {
      return;
    }
    String version = manifest.stringOr("apiVersion", "");
    String kind = manifest.stringOr("kind", "");
    if (!isKnown(version, kind)) {
      misspelt(manifest, version, kind, diagnostics);
      return;
    }
    if (!conforms(kind, manifest)) {
      ManifestPath path = new ManifestPath(kind, manifest);
      ManifestWording wording = new ManifestWording(whole(), KIND + kind, manifest, path);
      ShapeValidator.report(errors(kind, manifest), manifest, path.key(), wording, diagnostics);
    }
    OtherKeys.report(manifest, kind, diagnostics);
  }

  private boolean isKnown(String version, String kind) {
    String definition = KIND + kind;
    return rules.has(definition)
        && rules.at(definition) instanceof Mapping known
        && known.mapping("properties").mapping("apiVersion").stringOr("const", "").equals(version);
  }

  /** Volumes and claims under another name, which nothing else would look at. */
  private static void misspelt(
      Mapping manifest, String version, String kind, Diagnostics diagnostics) {
    if (CORE.contains(kind) && isOfKubernetes(version)) {
      Span span = manifest.spanOf("apiVersion");
      diagnostics.add(
          Diagnostic.of(
                  Code.UNKNOWN_VALUE,
                  span,
                  message(
                      "apiVersion of a {} is {}, which the API server rejects; accepted is v1",
                      plain(kind),
                      version))
              .withHint("write apiVersion: v1")
              .withProposal(Proposal.word(span, version, "v1")));
      return;
    }
    Optional<String> meant = version.equals("v1") ? Nearest.only(kind, STORAGE) : Optional.empty();
    if (meant.isPresent()) {
      Span span = manifest.spanOf("kind");
      diagnostics.add(
          Diagnostic.of(
                  Code.UNKNOWN_VALUE,
                  span,
                  message("kind is {}; did you mean {}?", kind, meant.get()))
              .withHint("write kind: " + meant.get())
              .withProposal(Proposal.word(span, kind, meant.get())));
    }
  }

  /** Whether a version is in a group of Kubernetes itself, where no other kind has the name. */
  private static boolean isOfKubernetes(String version) {
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    return !version.isEmpty() && (!group.contains(".") || group.endsWith(".k8s.io"));
  }
}
