package dev.fairlead.model;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size, as written and in whole bytes. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>.
 */
public record Quantity(String text, long bytes) implements Comparable<Quantity> {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\+?([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:([kMGTPE]i?|Ki)|[eE](\\+?[0-9]{1,3}))?");

  /** No size needs more characters, and arithmetic on very long numbers is slow. */
  private static final int LONGEST = 64;

  private static final Map<String, Integer> POWERS =
      Map.of("k", 1, "K", 1, "M", 2, "G", 3, "T", 4, "P", 5, "E", 6);

  /** Kubernetes silently reduces larger sizes to this one. */
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

  /**
   * Parses a size of at least one byte and less than 2^63 bytes; empty for anything else.
   * Kubernetes also accepts fractions of a byte and rounds them; this method does not.
   */
  public static Optional<Quantity> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    OptionalLong whole = whole(text);
    if (whole.isPresent()) {
      return Optional.of(new Quantity(text, whole.getAsLong()));
    }
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches() || "ki".equals(matcher.group(2))) {
      return Optional.empty();
    }
    // Not BigDecimal: on JDK 25, initialising its tables takes longer than reading a spec.
    String number = matcher.group(1);
    int point = number.indexOf('.');
    int decimals = point < 0 ? 0 : number.length() - point - 1;
    BigInteger[] bytes =
        new BigInteger(number.replace(".", ""))
            .multiply(factor(matcher))
            .divideAndRemainder(BigInteger.TEN.pow(decimals));
    boolean fits =
        bytes[1].signum() == 0 && bytes[0].signum() > 0 && bytes[0].compareTo(LARGEST) <= 0;
    return fits ? Optional.of(new Quantity(text, bytes[0].longValue())) : Optional.empty();
  }

  /** Parses the usual sizes, some digits and Ki, Mi or Gi, without the slower pattern. */
  private static OptionalLong whole(String text) {
    int end = 0;
    long number = 0;
    while (end < text.length() && end < 9 && isDigit(text.charAt(end))) {
      number = number * 10 + (text.charAt(end) - '0');
      end++;
    }
    int power =
        switch (text.substring(end)) {
          case "Ki" -> 10;
          case "Mi" -> 20;
          case "Gi" -> 30;
          default -> 0;
        };
    // No overflow: nine digits are less than 2^30, and the factor is at most 2^30.
    return number > 0 && power > 0 ? OptionalLong.of(number << power) : OptionalLong.empty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static BigInteger factor(Matcher matcher) {
    String suffix = matcher.group(2);
    if (suffix != null) {
      int base = suffix.endsWith("i") ? 1024 : 1000;
      return BigInteger.valueOf(base).pow(POWERS.get(suffix.substring(0, 1)));
    }
    String exponent = matcher.group(3);
    return exponent == null ? BigInteger.ONE : BigInteger.TEN.pow(Integer.parseInt(exponent));
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
