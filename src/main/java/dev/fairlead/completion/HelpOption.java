package dev.fairlead.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option in the help of a command.
 *
 * @param names the option, also in its short form
 * @param value the word that stands for its value; empty if it has none
 * @param description what it does, in one line
 */
record HelpOption(List<String> names, String value, String description) {
  /** The values that it accepts begin a description, as in "text (default), json or sh". */
  private static final Pattern VALUES =
      Pattern.compile("^(\\w+) \\(default\\)((?:, (?:or )?\\w+)*(?: or \\w+)?)(?=$|[,;:.])");

  private static final Pattern WORD = Pattern.compile("\\b(?!or\\b)\\w+");

  /** The values that it accepts, if the description begins with them. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    Matcher list = VALUES.matcher(description);
    if (list.find()) {
      values.add(list.group(1));
      WORD.matcher(list.group(2)).results().forEach(word -> values.add(word.group()));
    }
    return values;
  }

  /** The option with a value that the description names, as in {@code --workloads=existing}. */
  List<String> withValues() {
    return Pattern.compile(Pattern.quote(names.get(names.size() - 1)) + "=\\w+")
        .matcher(description)
        .results()
        .map(match -> match.group())
        .toList();
  }

  /** The description up to its first semicolon, for a list of options. */
  String summary() {
    return description.split("; ")[0];
  }
}
