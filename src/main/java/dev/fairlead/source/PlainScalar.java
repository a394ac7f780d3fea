package dev.fairlead.source;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The meaning of a scalar without quotes in YAML 1.2 core, and whether readers of YAML 1.1 (kubectl
 * and kustomize among them) read it differently.
 */
record PlainScalar(Kind kind, String text) {
  enum Kind {
    STRING,
    NULL,
    TRUE,
    FALSE,
    WHOLE,
    FRACTION,
    /** YAML readers disagree about it. */
    AMBIGUOUS,
    /** Infinity, not-a-number, or a number too large for any reader. */
    UNREPRESENTABLE
  }

  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", Pattern.DOTALL);
  private static final Pattern BASED =
      Pattern.compile("[-+]?0([xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)");
  private static final Pattern LEADING_ZERO_OR_UNDERSCORE =
      Pattern.compile("[-+]?[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?");
  private static final Pattern NO_NUMBER =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private static final int LONGEST_LONG = 20;
  private static final int LONGEST_FRACTION = 64;
  private static final int LARGEST_EXPONENT = 300;

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  static PlainScalar of(String text) {
    return new PlainScalar(kindOf(text), text);
  }

  private static Kind kindOf(String text) {
    if (text.isEmpty()) {
      return Kind.NULL;
    }
    char first = text.charAt(0);
    if (Character.isLetter(first) || first == '~') {
      return switch (text) {
        case "~", "null", "Null", "NULL" -> Kind.NULL;
        case "true", "True", "TRUE" -> Kind.TRUE;
        case "false", "False", "FALSE" -> Kind.FALSE;
        default -> Kind.STRING;
      };
    }
    boolean maybeNumber =
        first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9');
    return maybeNumber ? numberKind(text) : Kind.STRING;
  }

  private static Kind numberKind(String text) {
    if (WHOLE.matcher(text).matches()) {
      return fitsLong(text) ? Kind.WHOLE : Kind.AMBIGUOUS;
    }
    if (FRACTION.matcher(text).matches()) {
      return isModerate(text) ? Kind.FRACTION : Kind.UNREPRESENTABLE;
    }
    if (NO_NUMBER.matcher(text).matches()) {
      return Kind.UNREPRESENTABLE;
    }
    boolean ambiguous =
        DATE.matcher(text).matches()
            || BASED.matcher(text).matches()
            || LEADING_ZERO_OR_UNDERSCORE.matcher(text).matches();
    return ambiguous ? Kind.AMBIGUOUS : Kind.STRING;
  }

  private static boolean fitsLong(String digits) {
    if (digits.length() > LONGEST_LONG) {
      return false;
    }
    BigInteger value = new BigInteger(digits);
    return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
  }

  /** Whether a number can be written out: a short text may mean any number of zeros. */
  private static boolean isModerate(String text) {
    String exponent = text.replaceFirst("^[^eE]*[eE]?[-+]?", "");
    return text.length() <= LONGEST_FRACTION
        && (exponent.isEmpty()
            || (exponent.length() <= 3 && Integer.parseInt(exponent) <= LARGEST_EXPONENT));
  }

  /** Whether all readers that see a number here see the same one: 010 is ten or eight. */
  boolean isCertain(boolean mode) {
    return mode || !text.matches("[-+]?0[0-9_]+");
  }

  /** The decimal digits to write instead. {@code mode} if they are permission bits. */
  Optional<String> decimal(boolean mode) {
    if (text.length() > LONGEST_FRACTION) {
      return Optional.empty();
    }
    String digits = text.replace("_", "");
    boolean negative = digits.startsWith("-");
    digits = digits.replaceFirst("^[-+]", "");
    int radix = 10;
    if (digits.matches("0[xX].+")) {
      radix = 16;
      digits = digits.substring(2);
    } else if (digits.matches("0[oO].+")) {
      radix = 8;
      digits = digits.substring(2);
    } else if (digits.matches("0[bB].+")) {
      radix = 2;
      digits = digits.substring(2);
    } else if (mode && digits.matches("0[0-7]+")) {
      radix = 8;
    } else if (!digits.matches("[0-9]+")) {
      return Optional.empty();
    }
    String decimal = (negative ? "-" : "") + new BigInteger(digits, radix);
    return decimal.equals(text) ? Optional.empty() : Optional.of(decimal);
  }
}
