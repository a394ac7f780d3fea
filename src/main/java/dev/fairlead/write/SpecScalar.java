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

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/](?:[A-Za-z0-9_./=@+%~-]|:(?=[A-Za-z0-9_./=@+%~-]))*");

  private SpecScalar() {}

  static String of(String text) {
    String encoded = YamlScalar.of(text);
    boolean plain = text.length() > WORD && PLAIN.matcher(text).matches();
    return plain ? text : encoded;
  }
}
