package dev.fairlead.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Patterns of the schema for Java's matcher. It needs a stack frame for every repetition of a
 * group. Such patterns are for names, so a text that is far too long for a name matches none of
 * them.
 */
final class LinearPatterns implements RegularExpressionFactory {
  private static final String END = "\\z";

  private static final int LONGEST = 1000;
  private static final int MAX_KNOWN = 500;

  /**
   * A pattern of the schema. There {@code $} is the end of the text, while Java's also comes before
   * a line end at the end.
   */
  static Pattern compile(String regex) {
    StringBuilder java = new StringBuilder(regex.length() + 4);
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '$' && !inClass) {
        java.append(END);
        continue;
      }
      java.append(c);
      if (c == '\\') {
        i++;
        java.append(regex.charAt(i));
      }
      inClass = inClass ? c != ']' : c == '[';
    }
    return Pattern.compile(java.toString());
  }

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern = compile(regex);
    boolean repeatsGroup = regex.contains(")*") || regex.contains("){");
    // Keys and words recur from volume to volume.
    Set<String> known = new HashSet<>();
    return text -> {
      if (known.contains(text)) {
        return true;
      }
      boolean matches = !(repeatsGroup && text.length() > LONGEST) && pattern.matcher(text).find();
      if (matches && known.size() < MAX_KNOWN && text.length() <= LONGEST) {
        known.add(text);
      }
      return matches;
    };
  }
}
