package dev.fairlead.krm;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.Node;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.ManifestLists;
import dev.fairlead.source.SpecReader;
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
import tools.jackson.databind.JsonNode;

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
    boolean says(JsonNode spec) {
      return isSame(
          Objects.withoutClientAnnotations(document.root()),
          Objects.withoutClientAnnotations(spec),
          refused);
    }
  }

  /** A text that can't be read to its end, and why. */
  private record Broken(String text, List<Diagnostic> findings) {
    boolean mentions(JsonNode spec) {
      String name = Pattern.quote(Objects.originalName(spec));
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
  Origin of(JsonNode spec) {
    if (!searched) {
      searched = true;
      texts.get().forEach(this::read);
    }
    List<Written> candidates = written.getOrDefault(Objects.originalId(spec), List.of());
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
    List<Document> documents = new SpecReader(reading).read(text.name(), text.bytes());
    List<Diagnostic> rest = reading.sorted();
    for (Document document : documents) {
      for (Document item : ManifestLists.flatten(document).toList()) {
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
    paths.add(document.root());
    List<Diagnostic> others = new ArrayList<>();
    for (Diagnostic finding : found) {
      if (FieldPaths.isAt(document.root(), finding.span())) {
        refused.add(finding);
      } else {
        others.add(finding);
      }
    }
    addLost(document, refused);
    written
        .computeIfAbsent(Objects.id(document.root()), id -> new ArrayList<>())
        .add(new Written(document, refused));
    return others;
  }

  /** Adds those of the schema's errors that kustomize takes away. */
  private static void addLost(Document document, Diagnostics refused) {
    if (!Objects.isSpec(document.root())) {
      return;
    }
    List<JsonNode> lost = new ArrayList<>();
    document
        .root()
        .at("/metadata/annotations")
        .valueStream()
        .filter(a -> !a.isString())
        .forEach(lost::add);
    addLost(document.root(), lost);
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
  private static void addLost(JsonNode node, List<JsonNode> lost) {
    boolean braces = isInBraces(node);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equals("<<") || (braces && entry.getValue().isNull())) {
        lost.add(entry.getValue());
      }
    }
    node.valueStream().forEach(child -> addLost(child, lost));
  }

  private static boolean isInBraces(JsonNode node) {
    Span span = Node.placeOf(node).value();
    String text = span.file().text();
    return node.isObject()
        && BRACE
            .matcher(text)
            .region(span.file().offset(span.line(), span.column()), text.length())
            .lookingAt();
  }

  /** Whether two trees are equal but for what is refused, which may have been anything. */
  private static boolean isSame(JsonNode written, JsonNode given, Diagnostics refused) {
    if (refused.hasErrorAt(Node.placeOf(written).value())) {
      return true;
    }
    if (written.isNumber() && given.isNumber() && !written.isIntegralNumber()) {
      // kustomize writes 1e3 as 1000, and no more digits than a double has.
      return written.doubleValue() == given.doubleValue();
    }
    if (!written.isContainer()) {
      return written.equals(given);
    }
    if (written.getNodeType() != given.getNodeType() || written.size() != given.size()) {
      return false;
    }
    boolean braces = isInBraces(written);
    for (Map.Entry<String, JsonNode> entry : written.properties()) {
      JsonNode other = given.get(entry.getKey());
      boolean leftOut =
          braces && entry.getValue().isNull() && other != null && other.asString("-").isEmpty();
      if (!leftOut && (other == null || !isSame(entry.getValue(), other, refused))) {
        return false;
      }
    }
    if (written.isArray()) {
      for (int i = 0; i < written.size(); i++) {
        if (!isSame(written.get(i), given.get(i), refused)) {
          return false;
        }
      }
    }
    return true;
  }
}
