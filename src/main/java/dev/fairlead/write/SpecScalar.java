package dev.fairlead.write;

import dev.fairlead.render.YamlScalar;
import java.util.regex.Pattern;

/**
 * A string in a spec: plain where manifests have it plain, and where a person would write it plain,
 * as in {@code nfsvers=4.1}. All readers of YAML agree on these.
 */
final class SpecScalar {
  /** Words such as {@code false} mean something else without quotes; YamlScalar knows them. */
  private static final int WORD = 5;

  private static final String INSIDE = "A-Za-z0-9_./=@+%~";

  /** Begins like a name, a path or an option of a command. */
  private static final String FIRST = "(?:[A-Za-z/]|--?[A-Za-z])";

  private static final Pattern PLAIN = plain(INSIDE);
  private static final Pattern PLAIN_IN_LINE_OF_ITS_OWN = plain(INSIDE + "{}");

  private SpecScalar() {}

  private static Pattern plain(String inside) {
    return Pattern.compile(FIRST + "(?:[" + inside + "-]|:(?=[" + inside + "-]))*");
  }

  /** A string that may stand between brackets. */
  static String of(String text) {
    return of(text, PLAIN);
  }

  /** A string that is all of a value. Braces in it mean nothing there. */
  static String alone(String text) {
    return of(text, PLAIN_IN_LINE_OF_ITS_OWN);
  }

  private static String of(String text, Pattern pattern) {
    String encoded = YamlScalar.of(text);
    if (encoded.equals(text)) {
      return text;
    }
    boolean word = text.length() <= WORD && !text.startsWith("-") && !text.startsWith("/");
    return !text.isEmpty() && !word && pattern.matcher(text).matches() ? text : encoded;
  }
}
