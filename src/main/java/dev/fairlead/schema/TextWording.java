package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Message.Plain;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Words texts and keys that have another form than the schema asks for, and what is too long. */
final class TextWording {
  /** A name with one range of digits. */
  private static final Pattern RANGE = Pattern.compile("[^{}]*\\{[0-9]+\\.\\.[0-9]+}[^{}]*");

  private final SchemaTree schema;
  private final Function<NodePath, String> path;

  TextWording(SchemaTree schema, Function<NodePath, String> path) {
    this.schema = schema;
    this.path = path;
  }

  /** The finding about a text that does not match a pattern. */
  Diagnostic malformed(Violation violation) {
    return malformed(
        violation,
        schema.owner(violation),
        violation.value().span(),
        violation.shown(),
        where(violation));
  }

  /** The finding about a key that does not match a pattern. */
  Diagnostic malformedKey(Violation violation) {
    String key = violation.argument(0);
    Span span = violation.mapping().keySpan(key).orElseThrow();
    Mapping rule =
        schema.rule(violation) instanceof Mapping names
            ? schema.resolve(names)
            : schema.owner(violation);
    return malformed(
        violation, rule, span, key, plain(message("key {} in {}", key, where(violation))));
  }

  private Diagnostic malformed(
      Violation violation, Mapping owner, Span span, String text, Plain what) {
    if (schema.isQuantity(owner)) {
      return QuantityWording.malformed(span, where(violation), text);
    }
    if (owner == schema.definition("volumeName")
        && text.indexOf('{') >= 0
        && !RANGE.matcher(text).matches()) {
      return Diagnostic.of(
              Code.NAME_RANGE,
              span,
              message(
                  "{} is {}; a name may hold one range of digits, as in {}",
                  what,
                  text,
                  plain("disk-{00..39}")))
          .withHint("write the numbers as {<first>..<last>}, or an entry for each volume");
    }
    String rule =
        owner.text("patternErrorMessage").orElse("a key outside kubernetes.io and k8s.io");
    boolean inKey = violation.keyword().equals("propertyNames");
    return Diagnostic.of(
        isName(rule) ? Code.INVALID_NAME : Code.INVALID_FORMAT,
        span,
        inKey
            ? message("{}; it must be {}", what, plain(rule))
            : message("{} is {}; it must be {}", what, text, plain(rule)));
  }

  /** The finding about a text or a list that is too long. */
  Diagnostic tooLong(Violation violation) {
    String size =
        violation.value() instanceof Sequence list
            ? list.items().size() + " items"
            : violation.shown().length() + " characters";
    String rule = schema.owner(violation).text("patternErrorMessage").orElse("");
    return Diagnostic.of(
        isName(rule) ? Code.INVALID_NAME : Code.INVALID_FORMAT,
        violation.value().span(),
        message(
            "{} has {}; at most {} are accepted",
            where(violation),
            plain(size),
            plain(Shown.text(schema.rule(violation)))));
  }

  private static boolean isName(String rule) {
    return rule.contains("a DNS-1123");
  }

  private Plain where(Violation violation) {
    return plain(path.apply(violation.path()));
  }
}
