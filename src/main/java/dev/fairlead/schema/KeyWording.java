package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Message.Plain;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Words findings about keys that are not accepted in their place. */
final class KeyWording {
  /** In a mapping with more keys, nobody needs a hint for each, and all of them take too long. */
  private static final int MOST_WITH_HINTS = 1000;

  private final Tree document;
  private final SchemaTree schema;
  private final Function<NodePath, String> path;
  private final KeyHints hints;
  private final OuterKeys outerKeys;

  KeyWording(SchemaTree schema, Tree document, Function<NodePath, String> path) {
    this.document = document;
    this.schema = schema;
    this.path = path;
    this.hints = new KeyHints(schema);
    this.outerKeys = new OuterKeys(schema);
  }

  /** A key that the mapping does not accept. */
  Diagnostic unknown(Violation violation) {
    String key = violation.property();
    Span span = violation.mapping().keySpan(key).orElseThrow();
    if (!hasHints(violation)) {
      return Diagnostic.of(
          Code.UNKNOWN_KEY, span, message("unknown key {} in {}", key, where(violation)));
    }
    Optional<String> outer = outerKeys.hint(violation);
    if (outer.isPresent()) {
      return Diagnostic.of(
              Code.UNKNOWN_KEY, span, message("unknown key {} in {}", key, where(violation)))
          .withHint(outer.get());
    }
    String ending = Suggestions.ending(key, schema.properties(violation));
    Diagnostic finding =
        Diagnostic.of(
            Code.UNKNOWN_KEY,
            span,
            message("unknown key {} in {}{}", key, where(violation), plain(ending)));
    return hints
        .about(key, violation.path(), workload(violation))
        .map(finding::withHint)
        .orElseGet(() -> finding.withProposal(rightKey(violation, span)));
  }

  /** Whether the mapping of an unknown key has so few keys that each one gets a hint. */
  static boolean hasHints(Violation violation) {
    return violation.mapping().size() <= MOST_WITH_HINTS;
  }

  /** The correct key, unless it is already set or another key may mean it too. */
  private Optional<Proposal> rightKey(Violation violation, Span span) {
    Mapping mapping = violation.mapping();
    Mapping properties = schema.owner(violation).mapping("properties");
    List<String> accepted =
        properties.keys().stream().filter(k -> !properties.mapping(k).has("not")).toList();
    // With so many keys nothing is certain, and comparing all pairs would take too long.
    if (mapping.size() > 2 * accepted.size()) {
      return Optional.empty();
    }
    return Suggestions.only(violation.property(), accepted)
        .filter(right -> meaning(right, mapping, accepted) == 1)
        .flatMap(right -> Proposal.word(span, violation.property(), right));
  }

  /** How many keys of a mapping may mean {@code right}, itself included. */
  private static long meaning(String right, Mapping mapping, List<String> accepted) {
    Optional<String> meant = Optional.of(right);
    return mapping.keys().stream()
        .filter(key -> Suggestions.only(key, accepted).equals(meant))
        .count();
  }

  /** A key of an existing workload, or of its containers, that only its manifest can have. */
  Diagnostic notInExisting(Violation violation) {
    String key = violation.argument(0);
    List<String> accepted = new ArrayList<>();
    if (schema.rule(violation) instanceof Mapping names) {
      names.mappings("anyOf").forEach(name -> accepted.add(name.stringOr("const", "")));
    }
    return Diagnostic.of(
            Code.MISPLACED_FIELD,
            violation.mapping().keySpan(key).orElseThrow(),
            message(
                "{} has {}, but the workload exists already and only gets mounts; accepted: {}",
                where(violation),
                key,
                accepted))
        .withHint(
            message(
                "write {} in the workload's own manifest, or in a patch of kustomize",
                plain(hints.inManifest(key, workload(violation), violation.path()))));
  }

  /** Whether a key of an existing workload is a field that its own manifest can have. */
  boolean isOfManifest(Violation violation, String key) {
    return isOfExisting(violation) && hints.isKnown(key, workload(violation), violation.path());
  }

  /** Whether an unknown key stands one level too far out. */
  boolean isOuter(Violation violation) {
    return outerKeys.hint(violation).isPresent();
  }

  /** Records the fields that are missing only because their keys stand one level too far out. */
  void explain(Violation violation, Diagnostics diagnostics) {
    Optional<String> inner = outerKeys.inner(violation);
    if (inner.isPresent()) {
      diagnostics.explain(violation.mapping().find(inner.get()).span(), violation.property());
    }
  }

  /** A field that this kind of workload does not have. */
  Diagnostic misplaced(Violation violation) {
    String field = SpecPath.field(violation.path());
    if (isEach(violation) && violation.path().getNameCount() == 3) {
      return Diagnostic.of(
              Code.MISPLACED_FIELD,
              violation.key(),
              "each is for a StatefulSet that exists already; a workload that is made here has it"
                  + " in mounts")
          .withHint("write mounts: {<path>: {each: [...], name: ...}}, or existing: true");
    }
    if (isEach(violation)) {
      return Diagnostic.of(
              Code.MISPLACED_FIELD,
              violation.key(),
              "each is not accepted in a workload that exists already: it makes a claim template,"
                  + " and the API server rejects changes to claim templates")
          .withHint(
              "write each: {<claim template>: [...]} beside containers, or mount a single volume");
    }
    String kind = workload(violation).text("kind").orElse("Pod");
    Diagnostic finding =
        Diagnostic.of(
            Code.MISPLACED_FIELD,
            violation.key(),
            message("{}: a {} has no {}", where(violation), plain(kind), plain(field)));
    return field.equals("spec") ? finding.withHint("write pod fields in podSpec") : finding;
  }

  /** Whether the violation is in a workload that already exists. */
  boolean isOfExisting(Violation violation) {
    return workload(violation).isTrue("existing");
  }

  boolean isEach(Violation violation) {
    return SpecPath.field(violation.path()).equals("each");
  }

  private Mapping workload(Violation violation) {
    boolean found =
        document instanceof Mapping spec
            && spec.find("workloads") instanceof Sequence
            && violation.path().getNameCount() > 1
            && violation.path().getElement(1) instanceof Integer;
    return found ? SpecPath.item(document, violation.path()) : Mapping.empty(document.span());
  }

  private Plain where(Violation violation) {
    return plain(path.apply(violation.path()));
  }
}
