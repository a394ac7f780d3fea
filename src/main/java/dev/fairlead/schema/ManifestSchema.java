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
  private static final String POD_VOLUME = "#/definitions/podVolume";
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
    return errorsIn(KIND + kind, manifest);
  }

  private List<Error> errorsIn(String definition, Mapping value) {
    if (validator.isEmpty()) {
      validator = Optional.of(new ShapeValidator(whole()));
    }
    ShapeValidator shape = validator.get();
    Tree present = NullFields.removed(value);
    List<Error> errors = new ArrayList<>(shape.errors(definition, present));
    if (present != value) {
      for (Error error : shape.errors(definition, value)) {
        if (isUnknownWithoutValue(Violation.of(error, value, value.span()))) {
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
    if (kind.equals("List") && version.equals("v1")) {
      // A list of objects has been split before.
      diagnostics.add(
          Code.WRONG_TYPE,
          manifest.keySpan("items").orElse(manifest.span()),
          manifest.has("items")
              ? "items of a List is no list: kubectl refuses to read it"
              : "a List lacks items, its objects",
          "write items: and below it one object after each dash");
      return;
    }
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

  /**
   * Adds findings about a pod volume of a spec. {@code start} and {@code end} are what messages
   * show before and after the path within the volume.
   */
  void checkPodVolume(Mapping volume, String start, String end, Diagnostics diagnostics) {
    if (!conformance.to(POD_VOLUME, volume)) {
      ManifestWording wording =
          new ManifestWording(
              whole(), POD_VOLUME, volume, path -> start + "." + SpecPath.path(path) + end);
      ShapeValidator.report(
          errorsIn(POD_VOLUME, volume), volume, volume.span(), wording, diagnostics);
    }
  }

  private boolean isKnown(String version, String kind) {
    String right = version(kind);
    return !right.isEmpty() && right.equals(version);
  }

  /** The apiVersion of a kind that has to do with storage; empty for others. */
  private String version(String kind) {
    String definition = KIND + kind;
    return rules.has(definition) && rules.at(definition) instanceof Mapping known
        ? known.mapping("properties").mapping("apiVersion").stringOr("const", "")
        : "";
  }

  /** Volumes and claims under another name, which nothing else would look at. */
  private void misspelt(Mapping manifest, String version, String kind, Diagnostics diagnostics) {
    String right = version(kind);
    boolean other = CORE.contains(kind) ? isOfKubernetes(version) : isWithoutDomain(version);
    if (!right.isEmpty() && other) {
      Span span = manifest.spanOf("apiVersion");
      diagnostics.add(
          Diagnostic.of(
                  Code.UNKNOWN_VALUE,
                  span,
                  message(
                      "apiVersion of a {} is {}, which the API server rejects; accepted is {}",
                      plain(kind),
                      version,
                      plain(right)))
              .withHint("write apiVersion: " + right)
              .withProposal(Proposal.word(span, version, right)));
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
    return isWithoutDomain(version) || group(version).endsWith(".k8s.io");
  }

  /** Whether a version is in a group without a dot, which no custom resource can have. */
  private static boolean isWithoutDomain(String version) {
    return !version.isEmpty() && !group(version).contains(".");
  }

  private static String group(String version) {
    return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
  }
}
