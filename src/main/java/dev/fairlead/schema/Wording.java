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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Words an error of the schema validator by its keyword. */
final class Wording {
  /**
   * Errors inside a branch of oneOf or anyOf, which say nothing by themselves. oneOf has an error
   * of its own; anyOf has none, so the error of its first branch stands for it.
   */
  private static final Pattern IN_BRANCH =
      Pattern.compile(".*/(oneOf/[0-9]+|anyOf/[1-9][0-9]*)/.*");

  private final JsonNode schema;
  private final JsonNode document;
  private final Function<NodePath, String> path;
  private final KeyHints hints;

  /** {@code path} shows the way to a node of the document. */
  Wording(JsonNode schema, JsonNode document, Function<NodePath, String> path) {
    this.schema = schema;
    this.document = document;
    this.path = path;
    this.hints = new KeyHints(schema);
  }

  static boolean isInBranch(Error error) {
    return IN_BRANCH.matcher(error.getEvaluationPath().toString()).matches();
  }

  /** What an unknown key was meant to be, as {@code path#key}. */
  Optional<String> meantBy(Error error) {
    if (!error.getKeyword().equals("additionalProperties")) {
      return Optional.empty();
    }
    // A key that nothing is near to may have been meant as any volume source.
    return Optional.of(
        error.getInstanceLocation()
            + "#"
            + Suggestions.nearest(error.getProperty(), properties(error)).orElse(""));
  }

  /** Whether a missing key is among those that were misspelt. */
  boolean isExplainedBy(Error error, Set<String> explained) {
    String prefix = error.getInstanceLocation() + "#";
    return switch (error.getKeyword()) {
      case "required" ->
          inAnyOf(error)
              ? requiredIn(walk(error, 2)).stream().anyMatch(k -> explained.contains(prefix + k))
              : explained.contains(prefix + error.getProperty());
      case "oneOf" ->
          explained.contains(prefix)
              || requiredIn(schemaNode(error)).stream()
                  .anyMatch(k -> explained.contains(prefix + k));
      default -> false;
    };
  }

  /** Whether the field that the error is about can't be left out. */
  boolean isRequired(Error error) {
    String field = SpecPath.field(error.getInstanceLocation());
    return walk(error, 3).path("required").valueStream().anyMatch(k -> k.toString().equals(field));
  }

  Diagnostic of(Error error) {
    Span key = Node.placeOf(error.getInstanceNode()).key();
    Span value = Node.placeOf(error.getInstanceNode()).value();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error);
      case "required" ->
          inAnyOf(error)
              ? Diagnostic.of(
                  Code.MISSING_FIELD,
                  key,
                  where(error) + " has none of " + quoteAll(requiredIn(walk(error, 2))))
              : Diagnostic.of(
                  Code.MISSING_FIELD, key, where(error) + " lacks " + quote(error.getProperty()));
      case "type" ->
          error.getInstanceNode().isNumber() && isQuantity(parent(error))
              ? QuantityWording.malformed(value, where(error), error.getInstanceNode().toString())
              : new TypeWording(where(error), error, resolve(parent(error))).diagnostic();
      case "enum", "const" -> unknownValue(error);
      case "propertyNames" ->
          schemaNode(error).has("enum") ? notInExisting(error) : malformed(error);
      case "pattern" -> malformed(error);
      case "minLength", "minItems", "minProperties" ->
          Diagnostic.of(Code.EMPTY_VALUE, value, where(error) + " is empty")
              .withHint("fill it or leave it out");
      case "maxLength", "maxItems" -> tooLong(error);
      case "minimum", "maximum" -> outOfRange(error);
      case "oneOf" -> alternatives(error, key);
      case "not" -> Diagnostic.of(Code.REMOVED_SOURCE, key, removed(error));
      case "false" -> misplaced(error, key);
      default ->
          throw new IllegalStateException(
              "no wording for keyword " + error.getKeyword() + " at " + error.getSchemaLocation());
    };
  }

  private Diagnostic unknownKey(Error error) {
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
                + Suggestions.ending(key, properties(error)));
    return hints
        .about(key, error.getInstanceLocation())
        .map(finding::withHint)
        .orElseGet(() -> finding.withProposal(rightKey(error, span)));
  }

  /** The key to write instead, unless it is there already or another key may mean it too. */
  private Optional<Proposal> rightKey(Error error, Span span) {
    JsonNode mapping = error.getInstanceNode();
    JsonNode properties = parent(error).path("properties");
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

  private Diagnostic unknownValue(Error error) {
    JsonNode node = error.getInstanceNode();
    List<String> accepted = new ArrayList<>();
    JsonNode values = schemaNode(error);
    if (values.isArray()) {
      values.forEach(
          v -> {
            if (!v.isNull()) {
              accepted.add(v.toString());
            }
          });
    } else {
      accepted.add(values.toString());
    }
    String ending = Suggestions.ending(node.toString(), accepted);
    Span span = Node.placeOf(node).value();
    return Diagnostic.of(
            Code.UNKNOWN_VALUE,
            span,
            where(error)
                + " is "
                + quote(node.toString())
                + (ending.isEmpty() ? "; accepted: " + quoteAll(accepted) : ending))
        .withProposal(
            Suggestions.only(node.toString(), accepted)
                .flatMap(right -> Proposal.word(span, node.toString(), right)));
  }

  private Diagnostic malformed(Error error) {
    boolean inKey = error.getKeyword().equals("propertyNames");
    JsonNode node = error.getInstanceNode();
    String text = inKey ? String.valueOf(error.getArguments()[0]) : node.toString();
    Span span = Node.placeOf(inKey ? node.get(text) : node).key();
    JsonNode owner = inKey ? resolve(schemaNode(error)) : parent(error);
    if (!inKey) {
      span = Node.placeOf(node).value();
    }
    if (isQuantity(owner)) {
      return QuantityWording.malformed(span, where(error), text);
    }
    String rule = owner.path("patternErrorMessage").asString("");
    if (rule.isEmpty()) {
      rule = "a key outside kubernetes.io and k8s.io";
    }
    String what =
        inKey ? "key " + quote(text) + " in " + where(error) : where(error) + " is " + quote(text);
    return Diagnostic.of(
        isName(rule) ? Code.INVALID_NAME : Code.INVALID_FORMAT,
        span,
        what + "; it must be " + rule);
  }

  private Diagnostic tooLong(Error error) {
    JsonNode node = error.getInstanceNode();
    String most = schemaNode(error).toString();
    String size =
        node.isArray() ? node.size() + " items" : node.toString().length() + " characters";
    String rule = parent(error).path("patternErrorMessage").asString("");
    return Diagnostic.of(
        isName(rule) ? Code.INVALID_NAME : Code.INVALID_FORMAT,
        Node.placeOf(node).value(),
        where(error) + " has " + size + "; at most " + most + " are accepted");
  }

  private Diagnostic outOfRange(Error error) {
    JsonNode owner = parent(error);
    String from = owner.path("minimum").asString("");
    String to = owner.path("maximum").asString("");
    String range = to.isEmpty() ? from + " or more" : from + " to " + to;
    JsonNode node = error.getInstanceNode();
    return Diagnostic.of(
        isQuantity(owner) ? Code.INVALID_QUANTITY : Code.OUT_OF_RANGE,
        Node.placeOf(node).value(),
        where(error) + " is " + quote(node.toString()) + "; accepted: " + range);
  }

  private Diagnostic alternatives(Error error, Span span) {
    List<String> names = requiredIn(schemaNode(error));
    JsonNode node = error.getInstanceNode();
    List<String> present = node.propertyNames().stream().filter(names::contains).toList();
    boolean source = names.contains("csi");
    if (present.size() > 1) {
      Span second = Node.placeOf(node.get(present.get(1))).key();
      return Diagnostic.of(
          source ? Code.VOLUME_SOURCE : Code.CONFLICTING_FIELDS,
          second,
          where(error)
              + " has "
              + quoteAll(present)
              + "; exactly one "
              + (source ? "volume source" : "of them")
              + " can stand here");
    }
    if (source) {
      boolean disk = error.getInstanceLocation().getNameCount() == 2;
      return Diagnostic.of(Code.VOLUME_SOURCE, span, where(error) + " has no volume source")
          .withHint(
              disk
                  ? "name the disk, as in csi: {driver: ..., volumeHandle: ...}"
                  : "say what it is, as in configMap: {name: ...}: Kubernetes would make it an"
                      + " empty folder");
    }
    return Diagnostic.of(
        Code.MISSING_FIELD, span, where(error) + " has none of " + quoteAll(names));
  }

  private String removed(Error error) {
    String description = parent(error).path("description").stringValue().replaceFirst("\\.$", "");
    String why = Character.toLowerCase(description.charAt(0)) + description.substring(1);
    return where(error) + ": nothing mounts such volumes any more, the plugin was " + why;
  }

  /** A key of a workload that exists, or of its containers, which only its manifest can have. */
  private Diagnostic notInExisting(Error error) {
    String key = String.valueOf(error.getArguments()[0]);
    List<String> accepted =
        schemaNode(error).path("enum").valueStream().map(JsonNode::toString).toList();
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

  private Diagnostic misplaced(Error error, Span span) {
    NodePath path = error.getInstanceLocation();
    String field = SpecPath.field(path);
    JsonNode workload = document.at("/workloads/" + path.getElement(1));
    if (field.equals("each")) {
      return Diagnostic.of(
              Code.MISPLACED_FIELD,
              span,
              "each can't be added to a workload that exists already: it makes a claim template,"
                  + " which Kubernetes freezes")
          .withHint("write the StatefulSet here, or mount one volume");
    }
    String kind = workload.path("kind").asString("Pod");
    String message = where(error) + ": a " + kind + " has no " + field;
    Diagnostic finding = Diagnostic.of(Code.MISPLACED_FIELD, span, message);
    return field.equals("spec") ? finding.withHint("fields of a pod stand under podSpec") : finding;
  }

  private static boolean isName(String rule) {
    return rule.contains("a DNS-1123");
  }

  private boolean isQuantity(JsonNode owner) {
    return owner == schema.at("/definitions/quantity");
  }

  private String where(Error error) {
    return path.apply(error.getInstanceLocation());
  }

  private List<String> properties(Error error) {
    return List.copyOf(parent(error).path("properties").propertyNames());
  }

  private static boolean inAnyOf(Error error) {
    return error.getEvaluationPath().toString().contains("/anyOf/");
  }

  /** The keys that the branches of oneOf or anyOf require. */
  private static List<String> requiredIn(JsonNode branches) {
    return branches
        .valueStream()
        .flatMap(branch -> branch.path("required").valueStream())
        .map(JsonNode::toString)
        .toList();
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode ref = node.path("$ref");
    return ref.isString() ? schema.at(ref.stringValue().substring(1)) : node;
  }

  private JsonNode schemaNode(Error error) {
    return walk(error, 0);
  }

  private JsonNode parent(Error error) {
    return walk(error, 1);
  }

  /** The part of the schema that the error is from, or that many steps above it. */
  private JsonNode walk(Error error, int up) {
    NodePath path = error.getSchemaLocation().getFragment();
    JsonNode node = schema;
    for (int i = 0; i < path.getNameCount() - up; i++) {
      node =
          path.getElement(i) instanceof Integer index
              ? node.path(index)
              : node.path(String.valueOf(path.getElement(i)));
    }
    return node;
  }
}
