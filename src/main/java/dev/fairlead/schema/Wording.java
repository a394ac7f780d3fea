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

  private final SchemaErrors at;
  private final Function<NodePath, String> path;
  private final KeyWording keys;

  /** {@code path} shows the way to a node of the document. */
  Wording(JsonNode schema, JsonNode document, Function<NodePath, String> path) {
    this.at = new SchemaErrors(schema);
    this.path = path;
    this.keys = new KeyWording(schema, document, at, path);
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
            + Suggestions.nearest(error.getProperty(), at.properties(error)).orElse(""));
  }

  /** Whether a missing key is among those that were misspelt. */
  boolean isExplainedBy(Error error, Set<String> explained) {
    String prefix = error.getInstanceLocation() + "#";
    return switch (error.getKeyword()) {
      case "required" ->
          SchemaErrors.inAnyOf(error)
              ? SchemaErrors.requiredIn(at.walk(error, 2)).stream()
                  .anyMatch(k -> explained.contains(prefix + k))
              : explained.contains(prefix + error.getProperty());
      case "oneOf" ->
          explained.contains(prefix)
              || SchemaErrors.requiredIn(at.schemaNode(error)).stream()
                  .anyMatch(k -> explained.contains(prefix + k));
      // Of a workload that exists it is said already that nothing but mounts can stand there.
      case "false" -> keys.isOfExisting(error) && !keys.isEach(error);
      default -> false;
    };
  }

  /** Whether the field that the error is about can't be left out. */
  boolean isRequired(Error error) {
    String field = SpecPath.field(error.getInstanceLocation());
    return at.walk(error, 3)
        .path("required")
        .valueStream()
        .anyMatch(k -> k.toString().equals(field));
  }

  Diagnostic of(Error error) {
    Span key = Node.placeOf(error.getInstanceNode()).key();
    Span value = Node.placeOf(error.getInstanceNode()).value();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> keys.unknown(error);
      case "required" ->
          SchemaErrors.inAnyOf(error)
              ? Diagnostic.of(
                  Code.MISSING_FIELD,
                  key,
                  where(error)
                      + " has none of "
                      + quoteAll(SchemaErrors.requiredIn(at.walk(error, 2))))
              : Diagnostic.of(
                  Code.MISSING_FIELD, key, where(error) + " lacks " + quote(error.getProperty()));
      case "type" ->
          error.getInstanceNode().isNumber() && at.isQuantity(at.parent(error))
              ? QuantityWording.malformed(value, where(error), error.getInstanceNode().toString())
              : new TypeWording(where(error), error, at.resolve(at.parent(error))).diagnostic();
      case "enum", "const" -> unknownValue(error);
      case "propertyNames" ->
          at.schemaNode(error).has("anyOf") ? keys.notInExisting(error) : malformed(error);
      case "pattern" -> malformed(error);
      case "minLength", "minItems", "minProperties" ->
          Diagnostic.of(Code.EMPTY_VALUE, value, where(error) + " is empty")
              .withHint("fill it or leave it out");
      case "maxLength", "maxItems" -> tooLong(error);
      case "minimum", "maximum" -> outOfRange(error);
      case "oneOf" -> alternatives(error, key);
      case "not" -> Diagnostic.of(Code.REMOVED_SOURCE, key, removed(error));
      case "false" -> keys.misplaced(error, key);
      default ->
          throw new IllegalStateException(
              "no wording for keyword " + error.getKeyword() + " at " + error.getSchemaLocation());
    };
  }

  private Diagnostic unknownValue(Error error) {
    JsonNode node = error.getInstanceNode();
    List<String> accepted = new ArrayList<>();
    JsonNode values = at.schemaNode(error);
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
    JsonNode owner = inKey ? at.resolve(at.schemaNode(error)) : at.parent(error);
    if (!inKey) {
      span = Node.placeOf(node).value();
    }
    if (at.isQuantity(owner)) {
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
    String most = at.schemaNode(error).toString();
    String size =
        node.isArray() ? node.size() + " items" : node.toString().length() + " characters";
    String rule = at.parent(error).path("patternErrorMessage").asString("");
    return Diagnostic.of(
        isName(rule) ? Code.INVALID_NAME : Code.INVALID_FORMAT,
        Node.placeOf(node).value(),
        where(error) + " has " + size + "; at most " + most + " are accepted");
  }

  private Diagnostic outOfRange(Error error) {
    JsonNode owner = at.parent(error);
    String from = owner.path("minimum").asString("");
    String to = owner.path("maximum").asString("");
    String range = to.isEmpty() ? from + " or more" : from + " to " + to;
    JsonNode node = error.getInstanceNode();
    return Diagnostic.of(
        at.isQuantity(owner) ? Code.INVALID_QUANTITY : Code.OUT_OF_RANGE,
        Node.placeOf(node).value(),
        where(error) + " is " + quote(node.toString()) + "; accepted: " + range);
  }

  private Diagnostic alternatives(Error error, Span span) {
    List<String> names = SchemaErrors.requiredIn(at.schemaNode(error));
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
    String description =
        at.parent(error).path("description").stringValue().replaceFirst("\\.$", "");
    String why = Character.toLowerCase(description.charAt(0)) + description.substring(1);
    return where(error) + ": nothing mounts such volumes any more, the plugin was " + why;
  }

  private static boolean isName(String rule) {
    return rule.contains("a DNS-1123");
  }

  private String where(Error error) {
    return path.apply(error.getInstanceLocation());
  }
}
