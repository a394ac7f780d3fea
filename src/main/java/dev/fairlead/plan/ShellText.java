package dev.fairlead.plan;

import dev.fairlead.diagnostic.ShellWords;
import java.util.List;

/** Words and here-documents of the shell of POSIX. */
final class ShellText {
  private ShellText() {}

  /** A word in quotes, which the shell reads as this text. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A call with its input as a here-document. */
  static String call(Kubectl call) {
    String quiet = call.words().contains("--raw") ? " >/dev/null" : "";
    String line = "kubectl " + ShellWords.join(call.words()) + quiet;
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
