package dev.fairlead.graph;

import dev.fairlead.model.AccessMode;
import java.util.List;
import java.util.stream.Collectors;

/** Short words for what stands on a node. */
final class Words {
  private Words() {}

  /** Access modes as kubectl shortens them, such as {@code RWO}. */
  static String modes(List<AccessMode> modes) {
    return modes.stream().map(Words::mode).collect(Collectors.joining(" "));
  }

  private static String mode(AccessMode mode) {
    return switch (mode) {
      case READ_WRITE_ONCE -> "RWO";
      case READ_ONLY_MANY -> "ROX";
      case READ_WRITE_MANY -> "RWX";
      case READ_WRITE_ONCE_POD -> "RWOP";
    };
  }

  /** A number and its noun, such as {@code 2 volumes}. */
  static String count(long number, String noun) {
    String plural = noun.endsWith("ss") ? noun + "es" : noun + "s";
    return number + " " + (number == 1 ? noun : plural);
  }

  /** The text, or its beginning and end if it has more characters than fit. */
  static String shorten(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    int tail = most * 3 / 5;
    int head = text.offsetByCodePoints(0, most - 1 - tail);
    return text.substring(0, head)
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }
}
