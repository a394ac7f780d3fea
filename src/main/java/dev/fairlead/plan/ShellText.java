package dev.fairlead.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words and here-documents of the shell of POSIX. */
final class ShellText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

  private ShellText() {}

  /** A word that the shell reads as this text. */
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  /** The same, always in quotes. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** Words with blanks between them. */
  static String words(List<String> words) {
    return words.stream().map(ShellText::word).collect(Collectors.joining(" "));
  }

  /** A call with its input as a here-document. */
  static String call(Kubectl call) {
    String quiet = call.words().contains("--raw") ? " >/dev/null" : "";
    String line = "kubectl " + words(call.words()) + quiet;
    if (call.input().isEmpty()) {
      return line + "\n";
    }
    String end = "EOF";
    List<String> lines = call.input().lines().toList();
    while (lines.contains(end)) {
      end += "_";
    }
    return line + " <<'" + end + "'\n" + call.input() + end + "\n";
  }

  /** Lines of a comment. Nothing in the text ends it. */
  static String comment(String text) {
    return "# " + text.replaceAll("\\R", " ") + "\n";
  }
}
