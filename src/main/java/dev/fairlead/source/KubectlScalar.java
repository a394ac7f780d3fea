package dev.fairlead.source;

import dev.fairlead.tree.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A plain scalar as kubectl reads it: its YAML is 1.1, without dates and base 60. The text is in
 * the form that all readers understand.
 */
record KubectlScalar(Scalar.Kind kind, String text) {
  private static final Pattern BASED =
      Pattern.compile("[-+]?0([xX][0-9a-fA-F]+|[oO]?[0-7]+|[bB][01]+)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final int LONGEST = 64;

  /** The scalar of a text. */
  static KubectlScalar of(String text) {
    String word = bool(text);
    if (!word.isEmpty()) {
      return new KubectlScalar(Scalar.Kind.BOOLEAN, word);
    }
    // Only a number may begin with one of these.
    boolean maybeNumber =
        !text.isEmpty() && text.length() <= LONGEST && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    String digits = text.replace("_", "");
    if (maybeNumber && BASED.matcher(digits).matches()) {
      return new KubectlScalar(Scalar.Kind.INTEGER, based(digits));
    }
    if (maybeNumber && DECIMAL.matcher(digits).matches()) {
      return decimal(digits);
    }
    return new KubectlScalar(Scalar.Kind.STRING, text);
  }

  private static String bool(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> "true";
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> "false";
      default -> "";
    };
  }

  private static String based(String digits) {
    String sign = digits.startsWith("-") ? "-" : "";
    String number = digits.replaceFirst("^[-+]", "");
    return switch (Character.toLowerCase(number.charAt(1))) {
      case 'x' -> sign + new BigInteger(number.substring(2), 16);
      case 'b' -> sign + new BigInteger(number.substring(2), 2);
      case 'o' -> sign + new BigInteger(number.substring(2), 8);
      default -> sign + new BigInteger(number, 8);
    };
  }

  private static KubectlScalar decimal(String digits) {
    boolean whole = digits.matches("[-+]?[0-9]+");
    String number = new BigDecimal(digits).toString();
    return new KubectlScalar(whole ? Scalar.Kind.INTEGER : Scalar.Kind.FRACTION, number);
  }
}
