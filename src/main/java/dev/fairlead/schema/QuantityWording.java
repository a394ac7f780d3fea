package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Message.Plain;
import dev.fairlead.diagnostic.Span;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words findings about sizes that Kubernetes can't read, with the unit that was probably meant. See
 * <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>.
 */
final class QuantityWording {
  private static final Pattern PARTS = Pattern.compile("\\s*([0-9]*\\.?[0-9]+)\\s*([A-Za-z]*)\\s*");

  private QuantityWording() {}

  static Diagnostic malformed(Span span, Plain where, String text) {
    Diagnostic finding =
        Diagnostic.of(
            Code.INVALID_QUANTITY,
            span,
            message(
                "{} is {}; a size is whole bytes: digits and one of Ki, Mi, Gi, Ti, Pi, Ei, k, M,"
                    + " G, T, P, E",
                where,
                text));
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return finding;
    }
    String number = parts.group(1);
    String unit = parts.group(2).toLowerCase(Locale.ROOT);
    if (unit.matches("[mun]") && !parts.group(2).equals("M")) {
      return finding.withHint(
          message(
              "{} is a fraction of a byte; for megabytes write {}M or {}Mi",
              parts.group(2),
              plain(number),
              plain(number)));
    }
    if (!unit.matches("[kmgtpe](i?b?|bytes?)")) {
      return finding;
    }
    String letter = unit.substring(0, 1).toUpperCase(Locale.ROOT);
    String binary = number + letter + "i";
    String decimal = number + (letter.equals("K") ? "k" : letter);
    return finding.withHint(
        unit.startsWith("i", 1)
            ? "write " + binary
            : "write " + binary + " (units of 1024) or " + decimal + " (units of 1000)");
  }
}
