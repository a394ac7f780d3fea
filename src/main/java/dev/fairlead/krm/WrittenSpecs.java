package dev.fairlead.krm;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.edit.ManifestText;
import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Specs as their author wrote them. kustomize rewrites a spec for its plugins: ambiguous scalars
 * are resolved, tags are removed and annotations become strings. The original text is checked too,
 * so that a spec is rejected here if the command line rejects it.
 */
final class WrittenSpecs {
  /** After a finding with one of these codes, the rest of a text is unknown. */
  private static final Set<Code> ENDS =
      Set.of(Code.YAML_SYNTAX, Code.INVALID_UTF8, Code.CONTROL_CHARACTER, Code.BAD_ALIAS);

  /** A brace, with or without an anchor and a tag before it. */
  private static final Pattern BRACE = Pattern.compile("([&!]\\S*\\s+)*\\{");

  private final Supplier<List<SpecInput>> texts;
  private final FieldPaths paths;
  private final Map<String, List<Written>> written = new HashMap<>();
  private final List<Broken> broken = new ArrayList<>();
  private boolean searched;

  /**
   * {@code texts} is only called if there is a spec. {@code paths} gets the positions of the specs
   * in them.
   */
  WrittenSpecs(Supplier<List<SpecInput>> texts, FieldPaths paths) {
    this.texts = texts;
    this.paths = paths;
  }

  /** A document, and the findings in it that no layer above can remove. */
  private record Written(Document document, Diagnostics rejected) {
    /** Whether its content equals the spec from the client. */
    boolean equalsContentOf(ClientObject spec) {
      return isSame(
          new ClientObject(document.root()).withoutClientAnnotations(),
          spec.withoutClientAnnotations(),
          rejected);
    }
  }

  /** The words of a text that can't be read completely, and the reasons. */
  private record Broken(Set<String> words, List<Diagnostic> findings) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\w.-]+");

    static Broken of(String text, List<Diagnostic> findings) {
      return new Broken(Set.copyOf(List.of(BETWEEN.split(text))), findings);
    }

    /** Whether it has the name. One that is no name is in no text. */
    boolean mentions(ClientObject spec) {
      return words.contains(spec.originalName());
    }
  }

  /**
   * The origin of a spec: the findings that reject it, and the document if its content equals the
   * spec. Findings in the document have line numbers. {@code before} is the document of a spec that
   * layers have changed.
   */
  record Origin(List<Diagnostic> rejected, Optional<Document> document, Optional<Document> before) {
    /** Whether the spec from the client itself has to be checked. */
    boolean isOpen() {
      return document.isEmpty() && rejected.isEmpty();
    }
  }

  /** The origin of a spec from a client, as far as it can be found. */
  Origin of(ClientObject spec) {
    if (!searched) {
      searched = true;
      texts.get().forEach(this::read);
    }
    List<Written> candidates = written.getOrDefault(spec.originalId(), List.of());
    List<Written> same =
        candidates.stream().filter(candidate -> candidate.equalsContentOf(spec)).toList();
    if (!same.isEmpty()) {
      // Any of them may be the origin, and all are in the build.
      List<Diagnostic> rejected =
          same.stream().flatMap(c -> c.rejected().sorted().stream()).toList();
      return new Origin(rejected, Optional.of(same.get(0).document()), Optional.empty());
    }
    Stream<Diagnostic> rejected =
        candidates.isEmpty()
            ? broken.stream()
                .filter(text -> text.mentions(spec))
                .flatMap(t -> t.findings().stream())
            : candidates.stream().flatMap(candidate -> candidate.rejected().sorted().stream());
    Optional<Document> before = candidates.stream().findFirst().map(Written::document);
    return new Origin(rejected.toList(), Optional.empty(), before);
  }

  private void read(SpecInput text) {
    Diagnostics reading = new Diagnostics();
    List<Document> documents =
        new SpecReader(new KubernetesNumbers(), reading).read(text.name(), text.bytes());
    ObjectsByPlace objects = new ObjectsByPlace();
    Map<ClientObject, Diagnostics> rejected = new IdentityHashMap<>();
    for (Document document : documents) {
      for (Document item : ManifestLists.flatten(document)) {
        ClientObject object = new ClientObject(item.root());
        Diagnostics findings = new Diagnostics();
        if (item != document) {
          // kustomize splits lists, the command line does not.
          SpecKind.check(document, findings);
        }
        objects.add(object);
        rejected.put(object, findings);
        add(item, object, findings);
      }
    }
    List<Diagnostic> rest = new ArrayList<>();
    for (Diagnostic finding : reading.sorted()) {
      Optional<ClientObject> object = objects.at(finding.span());
      if (object.isPresent()) {
        rejected.get(object.get()).add(finding);
      } else {
        rest.add(finding);
      }
    }
    if (rest.stream().anyMatch(finding -> ENDS.contains(finding.code()))) {
      // kustomize reads UTF-16 too.
      String letters = new String(text.bytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
      broken.add(Broken.of(letters, rest));
    }
  }

  /** Adds a document. The findings of its text come later. */
  private void add(Document document, ClientObject object, Diagnostics rejected) {
    paths.add(object);
    if (object.isSpec()) {
      addLost(document, object.fields(), rejected);
    }
    written
        .computeIfAbsent(object.id(), id -> new ArrayList<>())
        .add(new Written(document, rejected));
  }

  /** Adds the schema errors that kustomize hides. */
  private static void addLost(Document document, Mapping spec, Diagnostics rejected) {
    List<Mapping.Entry> lost = new ArrayList<>();
    for (Mapping.Entry entry : spec.mapping("metadata").mapping("annotations").entries()) {
      if (!entry.value().isString()) {
        lost.add(entry);
      }
    }
    addLost(spec, lost);
    if (!lost.isEmpty()) {
      Diagnostics shape = new Diagnostics();
      SpecSchema.load().check(document, shape);
      shape.sorted().stream()
          .filter(finding -> lost.stream().anyMatch(a -> FieldPaths.isAt(a, finding.span())))
          .forEach(rejected::add);
    }
  }

  /** kustomize turns a missing value in braces into a string, and drops a quoted {@code <<}. */
  private static void addLost(Tree tree, List<Mapping.Entry> lost) {
    if (tree instanceof Mapping mapping) {
      boolean braces = isInBraces(mapping);
      for (Mapping.Entry entry : mapping.entries()) {
        if (entry.key().equals("<<") || (braces && entry.value().isNull())) {
          lost.add(entry);
        }
      }
    }
    ManifestText.parts(tree).forEach(child -> addLost(child, lost));
  }

  private static boolean isInBraces(Mapping mapping) {
    String text = mapping.file().text();
    return BRACE.matcher(text).region(mapping.start(), text.length()).lookingAt();
  }

  /**
   * Whether two trees are equal, except for rejected parts, which kustomize may have changed to
   * anything.
   */
  private static boolean isSame(Tree written, Tree given, Diagnostics rejected) {
    if (rejected.hasErrorAt(written.span())) {
      return true;
    }
    if (written instanceof Mapping mapping) {
      return given instanceof Mapping other && areSame(mapping, other, rejected);
    }
    if (written instanceof Sequence list) {
      return given instanceof Sequence other && areSame(list.items(), other.items(), rejected);
    }
    return written.isSame(given) || isSameNumber(written, given);
  }

  /** kustomize writes 1e3 as 1000, and keeps only the digits of a double. */
  private static boolean isSameNumber(Tree written, Tree given) {
    return written instanceof Scalar before
        && given instanceof Scalar now
        && before.kind() == Scalar.Kind.FRACTION
        && now.isNumber()
        && before.decimal().doubleValue() == now.decimal().doubleValue();
  }

  private static boolean areSame(Mapping written, Mapping given, Diagnostics rejected) {
    if (written.size() != given.size()) {
      return false;
    }
    boolean braces = isInBraces(written);
    for (Mapping.Entry entry : written.entries()) {
      Tree other = given.find(entry.key());
      boolean leftOut =
          braces && entry.value().isNull() && given.text(entry.key()).orElse("-").isEmpty();
      if (!leftOut && (other == null || !isSame(entry.value(), other, rejected))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSame(List<Tree> written, List<Tree> given, Diagnostics rejected) {
    if (written.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < written.size(); i++) {
      if (!isSame(written.get(i), given.get(i), rejected)) {
        return false;
      }
    }
    return true;
  }
}
