package dev.fairlead.source;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;
import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Scalar;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Reads scalars, and rejects those that readers disagree about. */
final class ScalarReader {
  private static final String CORE_TAG = "tag:yaml.org,2002:";
  private static final Set<String> PLAIN_TAGS =
      Set.of(CORE_TAG + "null", CORE_TAG + "int", CORE_TAG + "float", CORE_TAG + "bool");

  private final Reading reading;
  private final NumberFields numbers;
  private final Diagnostics diagnostics;

  /** {@code reading} says what a scalar means that readers disagree about. */
  ScalarReader(Reading reading, NumberFields numbers, Diagnostics diagnostics) {
    this.reading = reading;
    this.numbers = numbers;
    this.diagnostics = diagnostics;
  }

  /** The scalar at a position. {@code field} is the key that it belongs to. */
  Scalar read(ScalarEvent event, Span place, String field) {
    String text = event.getValue();
    checkCharacters("value", text, place);
    String tag = event.getTag().orElse("");
    boolean quoted = !event.isPlain() && tag.isEmpty();
    // kustomize writes the string << with the tag of a merge key.
    boolean merge = text.equals("<<") && tag.equals(CORE_TAG + "merge");
    if (quoted || merge || tag.equals("!") || tag.equals(CORE_TAG + "str")) {
      return scalar(Scalar.Kind.STRING, text, place);
    }
    PlainScalar plain = PlainScalar.of(text);
    boolean apart =
        plain.kind() == PlainScalar.Kind.STRING || plain.kind() == PlainScalar.Kind.AMBIGUOUS;
    if (reading == Reading.KUBECTL && apart && tag.isEmpty()) {
      KubectlScalar meant = KubectlScalar.of(text);
      return scalar(meant.kind(), meant.text(), place);
    }
    if (!tag.isEmpty() && !fits(plain, tag)) {
      diagnostics.add(
          Code.UNKNOWN_TAG,
          place,
          PLAIN_TAGS.contains(tag)
              ? message("{} is not a value of the tag {}", text, plain(shown(tag)))
              : message("unknown tag {}", plain(shown(tag))),
          "remove the tag; quote the value if it is text");
      return scalar(Scalar.Kind.STRING, text, place);
    }
    return switch (plain.kind()) {
      case STRING -> scalar(Scalar.Kind.STRING, text, place);
      case NULL -> scalar(Scalar.Kind.NULL, text, place);
      case TRUE, FALSE -> scalar(Scalar.Kind.BOOLEAN, text, place);
      case WHOLE -> scalar(Scalar.Kind.INTEGER, text, place);
      case FRACTION -> scalar(Scalar.Kind.FRACTION, text, place);
      case AMBIGUOUS -> {
        if (reading == Reading.SPEC) {
          reportAmbiguous(plain, place, field);
        }
        yield scalar(Scalar.Kind.STRING, text, place);
      }
      case UNREPRESENTABLE -> {
        diagnostics.add(
            Code.AMBIGUOUS_SCALAR,
            place,
            message(
                "the number {} is beyond what JSON can hold; write another, or {} if it is"
                    + " text",
                plain(Quote.visible(Quote.shorten(text))),
                text));
        yield scalar(Scalar.Kind.STRING, text, place);
      }
    };
  }

  private static Scalar scalar(Scalar.Kind kind, String text, Span place) {
    return new Scalar(kind, text, place.file(), place.start(), place.end());
  }

  private void reportAmbiguous(PlainScalar plain, Span place, String field) {
    String text = plain.text();
    boolean mode = numbers.isMode(field);
    Optional<String> decimal =
        mode || numbers.isWhole(field) ? plain.decimal(mode) : Optional.empty();
    Optional<Proposal> proposal =
        decimal.isEmpty()
            ? Proposal.quotes(place, text)
            : decimal
                .filter(digits -> plain.isCertain(mode))
                .flatMap(digits -> Proposal.scalar(place, text, digits));
    diagnostics.add(
        Diagnostic.of(
                Code.AMBIGUOUS_SCALAR,
                place,
                message(
                    "YAML readers disagree about a plain {}; write {}",
                    plain(Quote.visible(Quote.shorten(text))),
                    plain(decimal.orElse(Quote.quote(text)))))
            .withProposal(proposal));
  }

  private static boolean fits(PlainScalar plain, String tag) {
    return switch (tag) {
      case CORE_TAG + "null" -> plain.kind() == PlainScalar.Kind.NULL;
      case CORE_TAG + "int" -> plain.kind() == PlainScalar.Kind.WHOLE;
      case CORE_TAG + "float" ->
          plain.kind() == PlainScalar.Kind.FRACTION || plain.kind() == PlainScalar.Kind.WHOLE;
      case CORE_TAG + "bool" ->
          plain.kind() == PlainScalar.Kind.TRUE || plain.kind() == PlainScalar.Kind.FALSE;
      default -> false;
    };
  }

  /** The tag in its usual short form. */
  private static String shown(String tag) {
    return tag.startsWith(CORE_TAG) ? "!!" + tag.substring(CORE_TAG.length()) : tag;
  }

  /** Rejects every tag except the expected one of the core schema. */
  void checkTag(Optional<String> found, String expected, Span place) {
    if (found.isEmpty()) {
      return;
    }
    String tag = found.get();
    if (!tag.equals(CORE_TAG + expected) && !tag.equals("!")) {
      diagnostics.add(
          Code.UNKNOWN_TAG,
          place,
          message("tag {} is not allowed here: remove it", plain(shown(tag))));
    }
  }

  /** Rejects control characters and similar ones in a key or a value. */
  void checkCharacters(String what, String text, Span place) {
    OptionalInt rejected = Characters.firstRejected(text);
    if (rejected.isPresent()) {
      diagnostics.add(
          Code.CONTROL_CHARACTER,
          place,
          String.format(
              "the %s contains the character U+%04X: kubectl rejects or drops it",
              what, rejected.getAsInt()));
    }
  }

  /** Whether a key has the tag of a merge key, which yq writes and kubectl accepts. */
  boolean isTaggedMerge(ScalarEvent key) {
    return reading == Reading.KUBECTL
        && key.getValue().equals("<<")
        && key.getTag().orElse("").equals(CORE_TAG + "merge");
  }

  /** Whether an alias may stand for a key. */
  boolean takesAliasesAsKeys() {
    return reading == Reading.KUBECTL;
  }

  /** The text of a key. */
  String key(ScalarEvent event) {
    String text = event.getValue();
    boolean bare = event.isPlain() && event.getTag().isEmpty();
    return reading == Reading.KUBECTL && bare ? KubectlKey.of(text) : text;
  }

  /** Rejects plain keys that are not strings. */
  void checkKey(ScalarEvent event, Span place) {
    String key = event.getValue();
    if (reading == Reading.SPEC && event.isPlain() && event.getTag().isEmpty()) {
      PlainScalar plain = PlainScalar.of(key);
      if (plain.kind() != PlainScalar.Kind.STRING) {
        String what = key.isEmpty() ? "an empty key" : "the plain key " + key;
        diagnostics.add(
            Diagnostic.of(
                    Code.AMBIGUOUS_SCALAR, place, what + " is not a string; write " + quote(key))
                .withProposal(Proposal.quotes(place, key)));
      }
    }
  }
}
