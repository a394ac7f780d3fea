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
  private static final int LONGEST = 1000;
  private static final int MAX_KNOWN = 500;

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern = Pattern.compile(regex);
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
