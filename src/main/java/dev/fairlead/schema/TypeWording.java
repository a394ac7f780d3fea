package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;
import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Message.Plain;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words findings about values of the wrong type, with the correct form if it is certain. */
final class TypeWording {
  /** Examples of fields that are often written in another form. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("mounts", "{/data: data}"),
          Map.entry("reserve", "{name: my-claim}"),
          Map.entry("bindTo", "{name: my-claim, namespace: shop}"),
          Map.entry("topology", "{topology.kubernetes.io/zone: eu-west-1b}"),
          Map.entry("csi", "{driver: ebs.csi.aws.com, volumeHandle: vol-0a1b2c3d4e5f60718}"),
          Map.entry("nfs", "{server: nfs.example.com, path: /export}"),
          Map.entry("hostPath", "{path: /data}"),
          Map.entry("local", "{path: /mnt/disk}"),
          Map.entry("env", "[{name: KEY, value: text}]"),
          Map.entry("ports", "[{containerPort: 80}]"),
          Map.entry("volumes", "[{name: data, storage: 1Gi, nfs: {...}}]"),
          Map.entry("containers", "[{name: app, image: nginx:1.27}]"));

  /** Booleans of YAML 1.1, which are strings in YAML 1.2. */
  private static final Set<String> OLD_TRUE = Set.of("yes", "on", "y");

  private static final Set<String> OLD_FALSE = Set.of("no", "off", "n");

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  private final Plain where;
  private final Span span;
  private final Tree node;
  private final String expected;
  private final String field;
  private final Optional<String> pattern;

  /** {@code owner} is the part of the schema that describes the value. */
  TypeWording(Plain where, Violation violation, Mapping owner) {
    this.where = where;
    this.pattern = owner.text("pattern");
    this.node = violation.value();
    this.span = node.span();
    this.field = SpecPath.field(violation.path());
    this.expected = violation.argument(1);
  }

  Diagnostic diagnostic() {
    if (node.isNull()) {
      return Diagnostic.of(
              Code.NULL_VALUE,
              span,
              message("{} has no value; expected {}", where, plain(expected())))
          .withHint(
              Blank.meaning(span)
                  .map(meaning -> "fill in: " + meaning)
                  .orElse("give it a value or leave the key out"));
    }
    Diagnostic finding =
        Diagnostic.of(
                Code.WRONG_TYPE,
                span,
                message(
                    "{} is {}; expected {}{}",
                    where,
                    plain(shown()),
                    plain(expected()),
                    plain(advice())))
            .withProposal(proposal());
    String example = EXAMPLES.get(field);
    return example == null ? finding : finding.withHint("as in " + field + ": " + example);
  }

  private String expected() {
    return TypeNames.of(List.of(expected.replaceAll("[\\[\\]\" ]", "").split(",")));
  }

  private String shown() {
    if (!(node instanceof Scalar scalar)) {
      return node instanceof Mapping ? "a mapping" : "a list";
    }
    return switch (scalar.kind()) {
      case INTEGER, FRACTION -> "the number " + text();
      case BOOLEAN -> "the boolean " + text();
      case STRING, NULL -> "the string " + quote(text());
    };
  }

  private String advice() {
    String text = text();
    if (expected.contains("string") && isNumberOrBoolean()) {
      return ": write " + quote(text);
    }
    if (expected.contains("boolean") && node.isString()) {
      Optional<Boolean> meant = meant(text);
      if (meant.isPresent()) {
        return text.equalsIgnoreCase(meant.get().toString())
            ? ": write " + meant.get() + " without quotes"
            : ": " + quote(text) + " is a string in YAML 1.2, write " + meant.get();
      }
    }
    if (expected.contains("integer") && node.isString() && WHOLE.matcher(text).matches()) {
      return ": write " + text + " without quotes";
    }
    if (expected.contains("array") && node.isString()) {
      return ": write [" + text + "]";
    }
    return "";
  }

  /** The corrected value, if only one meaning is possible. */
  private Optional<Proposal> proposal() {
    String text = text();
    // If other types than text are accepted too, a boolean may be meant as one.
    boolean number = node instanceof Scalar scalar && scalar.isNumber();
    boolean textWanted = number ? expected.contains("string") : expected.equals("string");
    if (textWanted && isNumberOrBoolean()) {
      boolean fits = pattern.map(p -> LinearPatterns.compile(p).matcher(text).find()).orElse(true);
      return fits ? Proposal.quotes(span, text) : Optional.empty();
    }
    if (expected.contains("boolean") && node.isString()) {
      return meant(text).flatMap(flag -> Proposal.scalar(span, text, flag.toString()));
    }
    return expected.contains("integer") && node.isString() && WHOLE.matcher(text).matches()
        ? Proposal.scalar(span, text, text)
        : Optional.empty();
  }

  private boolean isNumberOrBoolean() {
    return node instanceof Scalar scalar
        && (scalar.isNumber() || scalar.kind() == Scalar.Kind.BOOLEAN);
  }

  private String text() {
    return Shown.text(node);
  }

  /** The boolean that a text means in YAML 1.1, or in quotes. */
  private static Optional<Boolean> meant(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("true") || OLD_TRUE.contains(word)) {
      return Optional.of(true);
    }
    return word.equals("false") || OLD_FALSE.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
