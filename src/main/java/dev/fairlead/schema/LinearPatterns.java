package dev.fairlead.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/**
 * Patterns of the schema on Java's matcher, which needs a stack frame for every repetition of a
 * group: such patterns are for names, and a text that is far too long for a name matches none of
 * them.
 */
final class LinearPatterns implements RegularExpressionFactory {
  private static final int LONGEST = 1000;

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern = Pattern.compile(regex);
    boolean repeatsGroup = regex.contains(")*") || regex.contains("){");
    return text -> !(repeatsGroup && text.length() > LONGEST) && pattern.matcher(text).find();
  }
}
