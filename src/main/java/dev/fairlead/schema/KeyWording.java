package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.quoteAll;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Words keys that can't stand where they do. */
final class KeyWording {
  private final JsonNode document;
  private final SchemaErrors at;
  private final Function<NodePath, String> path;
  private final KeyHints hints;

  KeyWording(JsonNode schema, JsonNode document, SchemaErrors at, Function<NodePath, String> path) {
    this.document = document;
    this.at = at;
    this.path = path;
    this.hints = new KeyHints(schema);
  }

  /** A key that the mapping has no use for. */
  Diagnostic unknown(Error error) {
    String key = error.getProperty();
    Span span = Node.placeOf(error.getInstanceNode().get(key)).key();
    Diagnostic finding =
        Diagnostic.of(
            Code.UNKNOWN_KEY,
            span,
            "unknown key "
                + quote(key)
                + " in "
                + where(error)
                + Suggestions.ending(key, at.properties(error)));
    return hints
        .about(key, error.getInstanceLocation())
        .map(finding::withHint)
        .orElseGet(() -> finding.withProposal(rightKey(error, span)));
  }

  /** The key to write instead, unless it is there already or another key may mean it too. */
  private Optional<Proposal> rightKey(Error error, Span span) {
    JsonNode mapping = error.getInstanceNode();
    JsonNode properties = at.parent(error).path("properties");
    List<String> accepted =
        properties.propertyNames().stream().filter(k -> !properties.get(k).has("not")).toList();
    // With so many keys nothing is certain, and comparing each with each would take too long.
    if (mapping.size() > 2 * accepted.size()) {
      return Optional.empty();
    }
    return Suggestions.only(error.getProperty(), accepted)
        .filter(right -> meaning(right, mapping, accepted) == 1)
        .flatMap(right -> Proposal.word(span, error.getProperty(), right));
  }

  /** How many keys of a mapping may mean the same one, that one included. */
  private static long meaning(String right, JsonNode mapping, List<String> accepted) {
    Optional<String> meant = Optional.of(right);
    return mapping.propertyNames().stream()
        .filter(key -> Suggestions.only(key, accepted).equals(meant))
        .count();
  }

  /** A key of a workload that exists, or of its containers, which only its manifest can have. */
  Diagnostic notInExisting(Error error) {
    String key = String.valueOf(error.getArguments()[0]);
    List<String> accepted =
        at.schemaNode(error)
            .path("anyOf")
            .valueStream()
            .map(name -> name.get("const").stringValue())
            .toList();
    return Diagnostic.of(
            Code.MISPLACED_FIELD,
            Node.placeOf(error.getInstanceNode().get(key)).key(),
            where(error)
                + " has "
                + quote(key)
                + ", but the workload exists already and only gets mounts; accepted: "
                + quoteAll(accepted))
        .withHint("write it in the workload's own manifest");
  }

  /** A field that this kind of workload has no use for. */
  Diagnostic misplaced(Error error, Span span) {
    NodePath path = error.getInstanceLocation();
    String field = SpecPath.field(path);
    if (isEach(error)) {
      return Diagnostic.of(
              Code.MISPLACED_FIELD,
              span,
              "each can't be added to a workload that exists already: it makes a claim template,"
                  + " which Kubernetes freezes")
          .withHint("write the StatefulSet here, or mount one volume");
    }
    String kind = workload(error).path("kind").asString("Pod");
    String message = where(error) + ": a " + kind + " has no " + field;
    Diagnostic finding = Diagnostic.of(Code.MISPLACED_FIELD, span, message);
    return field.equals("spec") ? finding.withHint("fields of a pod stand under podSpec") : finding;
  }

  /** Whether the error lies in a workload that exists already. */
  boolean isOfExisting(Error error) {
    return workload(error).path("existing").asBoolean(false);
  }

  boolean isEach(Error error) {
    return SpecPath.field(error.getInstanceLocation()).equals("each");
  }

  private JsonNode workload(Error error) {
    return document.at("/workloads/" + error.getInstanceLocation().getElement(1));
  }

  private String where(Error error) {
    return path.apply(error.getInstanceLocation());
  }
}
