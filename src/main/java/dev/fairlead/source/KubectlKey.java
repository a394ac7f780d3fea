package dev.fairlead.source;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A plain key as kubectl reads it. It reads the scalar first, and then writes a boolean or a number
 * as text again: {@code on} becomes {@code true}, and {@code 0123} becomes {@code 83}.
 */
public final class KubectlKey {
  /** A key that is no text begins with one of these. */
  private static final String BEGINNINGS = "yYnNoOtTfF+-.0123456789";

  private static final int WHOLE_BITS = 64;
  private static final int LEAST_EXPONENT = -4;
  private static final int MOST_EXPONENT = 6;

  private KubectlKey() {}

  /** What kubectl makes of the text of a plain key. */
  public static String of(String text) {
    if (text.isEmpty() || BEGINNINGS.indexOf(text.charAt(0)) < 0) {
      return text;
    }
    PlainScalar plain = PlainScalar.of(text);
    return switch (plain.kind()) {
      case TRUE -> "true";
      case FALSE -> "false";
      case WHOLE -> whole(text);
      case FRACTION -> fraction(text);
      case STRING, AMBIGUOUS -> of(KubectlScalar.of(text));
      case NULL, UNREPRESENTABLE -> text;
    };
  }

  private static String of(KubectlScalar scalar) {
    return switch (scalar.kind()) {
      case INTEGER -> whole(scalar.text());
      case FRACTION -> fraction(scalar.text());
      default -> scalar.text();
    };
  }

  private static String whole(String digits) {
    BigInteger number = new BigInteger(digits);
    return number.bitLength() > WHOLE_BITS ? fraction(digits) : number.toString();
  }

  /** kubectl keeps as many digits as a number of 32 bits has. */
  private static String fraction(String digits) {
    float near = new BigDecimal(digits).floatValue();
    if (Float.isInfinite(near)) {
      return digits;
    }
    BigDecimal number = new BigDecimal(Float.toString(near)).stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    boolean plain = exponent >= LEAST_EXPONENT && exponent < MOST_EXPONENT;
    if (number.signum() == 0 || plain) {
      return number.toPlainString();
    }
    BigDecimal first = number.scaleByPowerOfTen(-exponent);
    String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return first.toPlainString() + (exponent < 0 ? "e-" : "e+") + power;
  }
}
