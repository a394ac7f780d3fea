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
  private static final Pattern DEFAULT = Pattern.compile("(\\w+) \\(default\\)(.*)");
  private static final Pattern WORD = Pattern.compile("(?:or )?(\\w+)");

  /**
   * The values that it accepts, if the description begins with them, as in "text (default), json or
   * sh: a script". A part of more than one word says something about the value before it.
   */
  List<String> values() {
    List<String> values = new ArrayList<>();
    Matcher list = DEFAULT.matcher(description);
    if (list.matches()) {
      values.add(list.group(1));
      for (String part : list.group(2).split("[,;:]| (?=or )")) {
        Matcher word = WORD.matcher(part.strip());
        if (word.matches()) {
          values.add(word.group(1));
        }
      }
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
