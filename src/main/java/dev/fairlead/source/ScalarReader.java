package dev.fairlead.source;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.document.Node;
import dev.fairlead.document.Place;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;

/** Turns scalars into nodes, and refuses those that readers disagree about. */
final class ScalarReader {
  private static final String CORE_TAG = "tag:yaml.org,2002:";
  private static final Set<String> PLAIN_TAGS =
      Set.of(CORE_TAG + "null", CORE_TAG + "int", CORE_TAG + "float", CORE_TAG + "bool");

  private final boolean strict;
  private final Diagnostics diagnostics;

  /** Where not {@code strict}, a scalar that readers disagree about is a string. */
  ScalarReader(boolean strict, Diagnostics diagnostics) {
    this.strict = strict;
    this.diagnostics = diagnostics;
  }

  /** The node of a scalar at a place; {@code field} is the key it belongs to. */
  JsonNode read(ScalarEvent event, Place place, String field) {
    String text = event.getValue();
    checkCharacters("value", text, place);
    String tag = event.getTag().orElse("");
    if (!event.isPlain() && tag.isEmpty() || tag.equals("!") || tag.equals(CORE_TAG + "str")) {
      return new Node.Text(text, place);
    }
    if (text.equals("<<") && tag.equals(CORE_TAG + "merge")) {
      // kustomize writes the string so.
      return new Node.Text(text, place);
    }
    PlainScalar plain = PlainScalar.of(text);
    if (!tag.isEmpty() && !fits(plain, tag)) {
      diagnostics.add(
          Code.UNKNOWN_TAG,
          place.value(),
          PLAIN_TAGS.contains(tag)
              ? quote(text) + " is no value for the tag " + shown(tag)
              : "unknown tag " + shown(tag),
          "leave the tag out; quote what is meant as text");
      return new Node.Text(text, place);
    }
    return switch (plain.kind()) {
      case STRING -> new Node.Text(text, place);
      case NULL -> new Node.Nothing(place);
      case TRUE -> new Node.Flag(true, place);
      case FALSE -> new Node.Flag(false, place);
      case WHOLE -> new Node.Whole(plain.whole(), text, place);
      case FRACTION -> new Node.Fraction(plain.fraction(), text, place);
      case AMBIGUOUS -> {
        if (!strict) {
          yield new Node.Text(text, place);
        }
        Optional<String> decimal = plain.decimalFor(field);
        String message = "YAML readers disagree about a plain " + Quote.shorten(text);
        diagnostics.add(
            Diagnostic.of(
                    Code.AMBIGUOUS_SCALAR,
                    place.value(),
                    message + "; write " + decimal.orElse(quote(text)))
                .withProposal(
                    decimal.isEmpty()
                        ? Proposal.quotes(place.value(), text)
                        : decimal
                            .filter(digits -> plain.isCertain(field))
                            .flatMap(digits -> Proposal.scalar(place.value(), text, digits))));
        yield new Node.Text(text, place);
      }
      case UNREPRESENTABLE -> {
        diagnostics.add(
            Code.AMBIGUOUS_SCALAR,
            place.value(),
            "the number "
                + Quote.shorten(text)
                + " can't be written out in JSON; write "
                + quote(text)
                + " for text");
        yield new Node.Text(text, place);
      }
    };
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

  /** The tag as it is usually written. */
  private static String shown(String tag) {
    return tag.startsWith(CORE_TAG) ? "!!" + tag.substring(CORE_TAG.length()) : tag;
  }

  /** Refuses every tag but the expected one of the core schema. */
  void checkTag(Optional<String> found, String expected, Place place) {
    if (found.isEmpty()) {
      return;
    }
    String tag = found.get();
    if (!tag.equals(CORE_TAG + expected) && !tag.equals("!")) {
      diagnostics.add(
          Code.UNKNOWN_TAG, place.value(), "tag " + shown(tag) + " can't stand here: leave it out");
    }
  }

  /** Refuses control characters and the like, in a key or a value. */
  void checkCharacters(String what, String text, Place place) {
    OptionalInt refused = Characters.firstRefused(text);
    if (refused.isPresent()) {
      diagnostics.add(
          Code.CONTROL_CHARACTER,
          place.value(),
          String.format(
              "the %s holds the character U+%04X: kubectl refuses or drops it",
              what, refused.getAsInt()));
    }
  }

  /** Refuses plain keys that are no strings. */
  void checkKey(ScalarEvent event, Place place) {
    String key = event.getValue();
    if (strict && event.isPlain() && event.getTag().isEmpty()) {
      PlainScalar plain = PlainScalar.of(key);
      if (plain.kind() != PlainScalar.Kind.STRING) {
        String what = key.isEmpty() ? "an empty key" : "the plain key " + key;
        diagnostics.add(
            Diagnostic.of(
                    Code.AMBIGUOUS_SCALAR,
                    place.value(),
                    what + " is not a string; write " + quote(key))
                .withProposal(Proposal.quotes(place.value(), key)));
      }
    }
  }
}
