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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Specs as their author wrote them. kustomize reads a spec and writes it anew for its plugins: what
 * YAML readers disagree about is settled by then, tags are gone and annotations have become
 * strings. So that a spec is refused here if the command line refuses it, its text is judged too.
 */
final class WrittenSpecs {
  /** After these the reader knows nothing of the rest of a text. */
  private static final Set<Code> ENDS =
      Set.of(Code.YAML_SYNTAX, Code.INVALID_UTF8, Code.CONTROL_CHARACTER);

  /** Braces, with an anchor and a tag before them or not. */
  private static final Pattern BRACE = Pattern.compile("([&!]\\S*\\s+)*\\{");

  private final Supplier<List<SpecInput>> texts;
  private final FieldPaths paths;
  private final Map<String, List<Written>> written = new HashMap<>();
  private final List<Broken> broken = new ArrayList<>();
  private boolean searched;

  /** Nobody asks for the texts if there is no spec; {@code paths} learns what stands in them. */
  WrittenSpecs(Supplier<List<SpecInput>> texts, FieldPaths paths) {
    this.texts = texts;
    this.paths = paths;
  }

  /** A document, and what is refused in it whatever the layers above it change. */
  private record Written(Document document, Diagnostics refused) {
    /** Whether it says the same as what was handed over. */
    boolean says(ClientObject spec) {
      return isSame(
          new ClientObject(document.root()).withoutClientAnnotations(),
          spec.withoutClientAnnotations(),
          refused);
    }
  }

  /** A text that can't be read to its end, and why. */
  private record Broken(String text, List<Diagnostic> findings) {
    boolean mentions(ClientObject spec) {
      String name = Pattern.quote(spec.originalName());
      return Pattern.compile("(?<![\\w.-])" + name + "(?![\\w.-])").matcher(text).find();
    }
  }

  /**
   * Where a spec comes from: what is refused there, and the document if it says the same as the
   * spec, because there findings have lines.
   */
  record Origin(List<Diagnostic> refused, Optional<Document> document) {
    /** Whether there is more to say about what was handed over than what is refused already. */
    boolean isOpen() {
      return document.isEmpty() && refused.isEmpty();
    }
  }

  /** Where a spec that a client handed over comes from, as far as that can be found. */
  Origin of(ClientObject spec) {
    if (!searched) {
      searched = true;
      texts.get().forEach(this::read);
    }
    List<Written> candidates = written.getOrDefault(spec.originalId(), List.of());
    List<Written> same = candidates.stream().filter(candidate -> candidate.says(spec)).toList();
    if (!same.isEmpty()) {
      // Any of several may be the one, and all are in the build.
      List<Diagnostic> refused = same.stream().flatMap(c -> c.refused().sorted().stream()).toList();
      return new Origin(refused, Optional.of(same.get(0).document()));
    }
    Stream<Diagnostic> refused =
        candidates.isEmpty()
            ? broken.stream()
                .filter(text -> text.mentions(spec))
                .flatMap(t -> t.findings().stream())
            : candidates.stream().flatMap(candidate -> candidate.refused().sorted().stream());
    return new Origin(refused.toList(), Optional.empty());
  }

  private void read(SpecInput text) {
    Diagnostics reading = new Diagnostics();
    List<Document> documents =
        new SpecReader(new KubernetesNumbers(), reading).read(text.name(), text.bytes());
    List<Diagnostic> rest = reading.sorted();
    for (Document document : documents) {
      for (Document item : ManifestLists.flatten(document)) {
        Diagnostics refused = new Diagnostics();
        if (item != document) {
          // kustomize takes lists apart, the command line does not.
          SpecKind.check(document, refused);
        }
        rest = add(item, rest, refused);
      }
    }
    if (rest.stream().anyMatch(finding -> ENDS.contains(finding.code()))) {
      // kustomize reads UTF-16 too.
      String letters = new String(text.bytes(), StandardCharsets.ISO_8859_1).replace("\0", "");
      broken.add(new Broken(letters, rest));
    }
  }

  /** Adds a document with what was found in it; returns what was not. */
  private List<Diagnostic> add(Document document, List<Diagnostic> found, Diagnostics refused) {
    ClientObject object = new ClientObject(document.root());
    paths.add(object);
    List<Diagnostic> others = new ArrayList<>();
    for (Diagnostic finding : found) {
      if (FieldPaths.isAt(object, finding.span())) {
        refused.add(finding);
      } else {
        others.add(finding);
      }
    }
    if (object.isSpec()) {
      addLost(document, object.fields(), refused);
    }
    written
        .computeIfAbsent(object.id(), id -> new ArrayList<>())
        .add(new Written(document, refused));
    return others;
  }

  /** Adds those of the schema's errors that kustomize takes away. */
  private static void addLost(Document document, Mapping spec, Diagnostics refused) {
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
          .forEach(refused::add);
    }
  }

  /**
   * kustomize makes a string of a value that is left out in braces, and drops a quoted {@code <<}.
   */
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

  /** Whether two trees are equal but for what is refused, which may have been anything. */
  private static boolean isSame(Tree written, Tree given, Diagnostics refused) {
    if (refused.hasErrorAt(written.span())) {
      return true;
    }
    if (written instanceof Mapping mapping) {
      return given instanceof Mapping other && areSame(mapping, other, refused);
    }
    if (written instanceof Sequence list) {
      return given instanceof Sequence other && areSame(list.items(), other.items(), refused);
    }
    return written.isSame(given) || isSameNumber(written, given);
  }

  /** kustomize writes 1e3 as 1000, and no more digits than a double has. */
  private static boolean isSameNumber(Tree written, Tree given) {
    return written instanceof Scalar before
        && given instanceof Scalar now
        && before.kind() == Scalar.Kind.FRACTION
        && now.isNumber()
        && before.decimal().doubleValue() == now.decimal().doubleValue();
  }

  private static boolean areSame(Mapping written, Mapping given, Diagnostics refused) {
    if (written.size() != given.size()) {
      return false;
    }
    boolean braces = isInBraces(written);
    for (Mapping.Entry entry : written.entries()) {
      Tree other = given.find(entry.key());
      boolean leftOut =
          braces && entry.value().isNull() && given.text(entry.key()).orElse("-").isEmpty();
      if (!leftOut && (other == null || !isSame(entry.value(), other, refused))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSame(List<Tree> written, List<Tree> given, Diagnostics refused) {
    if (written.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < written.size(); i++) {
      if (!isSame(written.get(i), given.get(i), refused)) {
        return false;
      }
    }
    return true;
  }
}
