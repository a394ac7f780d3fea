package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Message.Plain;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Words errors of the schema validator by keyword. */
class Wording {
  /**
   * Errors inside a branch of oneOf or anyOf, which mean nothing on their own. oneOf has an error
   * of its own. anyOf has none, so the error of its first branch represents it.
   */
  private static final Pattern IN_BRANCH =
      Pattern.compile(".*/(oneOf/[0-9]+|anyOf/[1-9][0-9]*)/.*");

  /** The meaning of an unknown key that is near to no field. */
  private static final String ANY_SOURCE = "";

  private final SchemaTree schema;
  private final Function<NodePath, String> path;
  private final KeyWording keys;
  private final TextWording texts;

  /** {@code path} shows the path to a node of the document. */
  Wording(SchemaTree schema, Tree document, Function<NodePath, String> path) {
    this.schema = schema;
    this.path = path;
    this.keys = new KeyWording(schema, document, path);
    this.texts = new TextWording(schema, path);
  }

  static boolean isInBranch(Error error) {
    return IN_BRANCH.matcher(error.getEvaluationPath().toString()).matches();
  }

  /**
   * Remembers the probable meaning of an unknown key. A key that is near to no field may mean any
   * volume source.
   */
  void explain(Violation violation, Diagnostics diagnostics) {
    if (violation.keyword().equals("additionalProperties") && KeyWording.hasHints(violation)) {
      Optional<String> meant =
          keys.isOuter(violation)
              ? Optional.empty()
              : Suggestions.nearest(violation.property(), schema.properties(violation));
      diagnostics.explain(violation.value().span(), meant.orElse(ANY_SOURCE));
      keys.explain(violation, diagnostics);
    }
  }

  /** Whether a violation only follows from a misspelt key or from another finding. */
  boolean isExplained(Violation violation, Diagnostics diagnostics) {
    return switch (violation.keyword()) {
      case "required" ->
          violation.inAnyOf()
              ? isAnyExplained(violation, schema.walk(violation, 2), diagnostics)
              : diagnostics.isExplained(violation.value().span(), violation.property());
      case "oneOf" ->
          diagnostics.isExplained(violation.value().span(), ANY_SOURCE)
              || isAnyExplained(violation, schema.rule(violation), diagnostics);
      // Another finding says that an existing workload accepts only mounts.
      case "false" -> keys.isOfExisting(violation) && !keys.isEach(violation);
      case "additionalProperties" -> keys.isOfManifest(violation, violation.property());
      case "propertyNames" ->
          isAboutExisting(violation) && !keys.isOfManifest(violation, violation.argument(0));
      default -> false;
    };
  }

  /** Whether a violation says which keys a workload that exists already has. */
  private boolean isAboutExisting(Violation violation) {
    return schema.rule(violation) instanceof Mapping names && names.has("anyOf");
  }

  private static boolean isAnyExplained(
      Violation violation, Tree branches, Diagnostics diagnostics) {
    return SchemaTree.requiredIn(branches).stream()
        .anyMatch(key -> diagnostics.isExplained(violation.value().span(), key));
  }

  /** Whether the field of the violation is required. */
  boolean isRequired(Violation violation) {
    String field = SpecPath.field(violation.path());
    return schema.walk(violation, 3) instanceof Mapping owner
        && owner.strings("required").stream().anyMatch(name -> name.value().equals(field));
  }

  /** The violation, at the place that the finding about it has. */
  Violation placed(Violation violation) {
    return violation;
  }

  /** What two violations have in common if aliases or merge keys repeat a value. */
  List<Object> once(Violation violation) {
    return Arrays.asList(
        violation.value().span(),
        violation.error().getSchemaLocation().toString(),
        violation.property());
  }

  Diagnostic of(Violation violation) {
    // There may be a million of them.
    if (violation.keyword().equals("additionalProperties")) {
      return keys.unknown(violation);
    }
    Span key = violation.key();
    Span value = violation.value().span();
    Plain where = where(violation);
    return switch (violation.keyword()) {
      case "required" ->
          Diagnostic.of(
              Code.MISSING_FIELD,
              key,
              violation.inAnyOf()
                  ? message(
                      "{} has none of {}", where, SchemaTree.requiredIn(schema.walk(violation, 2)))
                  : message("{} lacks {}", where, violation.property()));
      case "type" ->
          violation.value() instanceof Scalar number
                  && number.isNumber()
                  && schema.isQuantity(schema.owner(violation))
              ? QuantityWording.malformed(value, where, violation.shown())
              : new TypeWording(where, violation, schema.resolve(schema.owner(violation)))
                  .diagnostic();
      case "enum", "const" -> unknownValue(violation);
      case "propertyNames" ->
          isAboutExisting(violation)
              ? keys.notInExisting(violation)
              : texts.malformedKey(violation);
      case "pattern" -> texts.malformed(violation);
      case "minLength", "minItems", "minProperties" ->
          Diagnostic.of(Code.EMPTY_VALUE, value, message("{} is empty", where))
              .withHint(
                  String.valueOf(violation.path()).endsWith("accessModes")
                      ? "write accessModes: [ReadWriteOnce], or the modes that the pods need"
                      : "fill it or leave it out");
      case "maxLength", "maxItems" -> texts.tooLong(violation);
      case "minimum", "maximum" -> outOfRange(violation);
      case "oneOf" -> alternatives(violation);
      case "not" -> Diagnostic.of(Code.REMOVED_SOURCE, key, removed(violation));
      case "false" -> keys.misplaced(violation);
      default ->
          throw new IllegalStateException(
              "no wording for the keyword of " + violation.error().getSchemaLocation());
    };
  }

  private Diagnostic unknownValue(Violation violation) {
    List<String> accepted = new ArrayList<>();
    Tree rule = schema.rule(violation);
    for (Tree value : rule instanceof Sequence values ? values.items() : List.of(rule)) {
      if (!value.isNull()) {
        accepted.add(Shown.text(value));
      }
    }
    String shown = violation.shown();
    String nearest = Suggestions.ending(shown, accepted);
    String ending = nearest.isEmpty() ? message("; accepted: {}", accepted) : nearest;
    Span span = violation.value().span();
    return Diagnostic.of(
            Code.UNKNOWN_VALUE, span, message("{} is {}{}", where(violation), shown, plain(ending)))
        .withProposal(
            Suggestions.only(shown, accepted).flatMap(right -> Proposal.word(span, shown, right)));
  }

  private Diagnostic outOfRange(Violation violation) {
    Mapping owner = schema.owner(violation);
    String from = owner.text("minimum").orElse("");
    String range = owner.text("maximum").map(to -> from + " to " + to).orElse(from + " or more");
    return Diagnostic.of(
        schema.isQuantity(owner) ? Code.INVALID_QUANTITY : Code.OUT_OF_RANGE,
        violation.value().span(),
        message("{} is {}; accepted: {}", where(violation), violation.shown(), plain(range)));
  }

  private Diagnostic alternatives(Violation violation) {
    List<String> names = SchemaTree.requiredIn(schema.rule(violation));
    Mapping mapping = violation.mapping();
    List<String> present = mapping.keys().stream().filter(names::contains).toList();
    boolean source = names.contains("csi");
    Plain where = where(violation);
    if (present.size() > 1) {
      return Diagnostic.of(
              source ? Code.VOLUME_SOURCE : Code.CONFLICTING_FIELDS,
              mapping.keySpan(present.get(1)).orElseThrow(),
              message(
                  "{} has {}; {} one {} is accepted",
                  where,
                  present,
                  plain(isOptional(violation) ? "at most" : "exactly"),
                  plain(source ? "volume source" : "of them")))
          .withRelated(mapping.keySpan(present.get(0)).orElseThrow(), "the first one");
    }
    if (!source) {
      return Diagnostic.of(
          Code.MISSING_FIELD, violation.key(), message("{} has none of {}", where, names));
    }
    boolean disk = violation.path().getNameCount() <= 2;
    return Diagnostic.of(
            Code.VOLUME_SOURCE, violation.key(), message("{} has no volume source", where))
        .withHint(
            disk
                ? "name the disk, as in csi: {driver: ..., volumeHandle: ...}"
                : "add a source, as in configMap: {name: ...}: without one Kubernetes mounts an"
                    + " empty directory");
  }

  /** Whether the alternatives have one without a key. */
  private boolean isOptional(Violation violation) {
    return schema.rule(violation) instanceof Sequence branches
        && branches.items().stream().anyMatch(b -> b instanceof Mapping m && m.has("not"));
  }

  private String removed(Violation violation) {
    String description =
        schema.owner(violation).text("description").orElse("").replaceFirst("\\.$", "");
    String why = Character.toLowerCase(description.charAt(0)) + description.substring(1);
    return message(
        "{}: Kubernetes can't mount such volumes any more: the plugin was {}",
        where(violation),
        plain(why));
  }

  private Plain where(Violation violation) {
    return plain(path.apply(violation.path()));
  }
}
