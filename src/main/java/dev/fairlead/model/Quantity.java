package dev.fairlead.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size as written, and in whole bytes. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>.
 */
public record Quantity(String text, long bytes) implements Comparable<Quantity> {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\+?([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:([kMGTPE]i?|Ki)|[eE](\\+?[0-9]{1,3}))?");

  /** No size needs more digits, and arithmetic on very many takes long. */
  private static final int LONGEST = 64;

  private static final Map<String, Integer> POWERS =
      Map.of("k", 1, "K", 1, "M", 2, "G", 3, "T", 4, "P", 5, "E", 6);

  /** Kubernetes caps larger sizes silently. */
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Reads a size of whole bytes, more than none and less than 2^63; anything else is empty, though
   * Kubernetes would take fractions of a byte and round them.
   */
  public static Optional<Quantity> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches() || "ki".equals(matcher.group(2))) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1)).multiply(factor(matcher));
    try {
      BigInteger bytes = number.toBigIntegerExact();
      boolean fits = bytes.signum() > 0 && bytes.compareTo(LARGEST) <= 0;
      return fits ? Optional.of(new Quantity(text, bytes.longValue())) : Optional.empty();
    } catch (ArithmeticException fractionOfByte) {
      return Optional.empty();
    }
  }

  private static BigDecimal factor(Matcher matcher) {
    String suffix = matcher.group(2);
    if (suffix != null) {
      int base = suffix.endsWith("i") ? 1024 : 1000;
      return BigDecimal.valueOf(base).pow(POWERS.get(suffix.substring(0, 1)));
    }
    String exponent = matcher.group(3);
    return exponent == null ? BigDecimal.ONE : BigDecimal.TEN.pow(Integer.parseInt(exponent));
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(bytes, other.bytes);
  }

  /** The size as written. */
  @Override
  public String toString() {
    return text;
  }
}
