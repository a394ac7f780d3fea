package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
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

/** Words keys that can't stand where they do. */
final class KeyWording {
  private final Tree document;
  private final SchemaTree schema;
  private final Function<NodePath, String> path;
  private final KeyHints hints;

  KeyWording(SchemaTree schema, Tree document, Function<NodePath, String> path) {
    this.document = document;
    this.schema = schema;
    this.path = path;
    this.hints = new KeyHints(schema);
  }

  /** A key that the mapping has no use for. */
  Diagnostic unknown(Violation violation) {
    String key = violation.property();
    Span span = violation.mapping().keySpan(key).orElseThrow();
    String ending = Suggestions.ending(key, schema.properties(violation));
    Diagnostic finding =
        Diagnostic.of(
            Code.UNKNOWN_KEY,
            span,
            message("unknown key {} in {}{}", key, where(violation), plain(ending)));
    return hints
        .about(key, violation.path())
        .map(finding::withHint)
        .orElseGet(() -> finding.withProposal(rightKey(violation, span)));
  }

  /** The key to write instead, unless it is there already or another key may mean it too. */
  private Optional<Proposal> rightKey(Violation violation, Span span) {
    Mapping mapping = violation.mapping();
    Mapping properties = schema.owner(violation).mapping("properties");
    List<String> accepted =
        properties.keys().stream().filter(k -> !properties.mapping(k).has("not")).toList();
    // With so many keys nothing is certain, and comparing each with each would take too long.
    if (mapping.size() > 2 * accepted.size()) {
      return Optional.empty();
    }
    return Suggestions.only(violation.property(), accepted)
        .filter(right -> meaning(right, mapping, accepted) == 1)
        .flatMap(right -> Proposal.word(span, violation.property(), right));
  }

  /** How many keys of a mapping may mean the same one, that one included. */
  private static long meaning(String right, Mapping mapping, List<String> accepted) {
    Optional<String> meant = Optional.of(right);
    return mapping.keys().stream()
        .filter(key -> Suggestions.only(key, accepted).equals(meant))
        .count();
  }

  /** A key of a workload that exists, or of its containers, which only its manifest can have. */
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
        .withHint("write it in the workload's own manifest");
  }

  /** A field that this kind of workload has no use for. */
  Diagnostic misplaced(Violation violation) {
    String field = SpecPath.field(violation.path());
    if (isEach(violation)) {
      return Diagnostic.of(
              Code.MISPLACED_FIELD,
              violation.key(),
              "each can't be added to a workload that exists already: it makes a claim template,"
                  + " which Kubernetes freezes")
          .withHint("write the StatefulSet here, or mount one volume");
    }
    String kind = workload(violation).text("kind").orElse("Pod");
    Diagnostic finding =
        Diagnostic.of(
            Code.MISPLACED_FIELD,
            violation.key(),
            message("{}: a {} has no {}", where(violation), plain(kind), plain(field)));
    return field.equals("spec") ? finding.withHint("fields of a pod stand under podSpec") : finding;
  }

  /** Whether the violation lies in a workload that exists already. */
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
            && violation.path().getElement(1) instanceof Integer;
    return found ? SpecPath.item(document, violation.path()) : Mapping.empty(document.span());
  }

  private Plain where(Violation violation) {
    return plain(path.apply(violation.path()));
  }
}
