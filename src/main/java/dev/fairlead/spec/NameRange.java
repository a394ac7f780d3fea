package dev.fairlead.spec;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a name with a range of digits stands for, such as {@code disk-{00..39}}. */
final class NameRange {
  private static final int MOST = 1_000;
  private static final Pattern FORM = Pattern.compile("([^{}]*)\\{([0-9]+)\\.\\.([0-9]+)}([^{}]*)");

  private NameRange() {}

  /** Whether a name is meant to have a range. */
  static boolean isIn(String name) {
    return name.indexOf('{') >= 0;
  }

  /** The names in order. Empty if the range has an error, which is reported here. */
  static List<String> names(Located<String> written, Diagnostics diagnostics) {
    Matcher form = FORM.matcher(written.value());
    if (!form.matches()) {
      return report(
          written, "which is no range", "write one range of digits, as in {00..39}", diagnostics);
    }
    String from = form.group(2);
    String to = form.group(3);
    if (from.length() != to.length()) {
      return report(written, "whose ends have different widths", widths(from, to), diagnostics);
    }
    if (from.compareTo(to) > 0) {
      return report(
          written,
          "which runs down",
          message("write {{}..{}}", plain(to), plain(from)),
          diagnostics);
    }
    int width = from.length();
    String first = from.substring(Math.max(0, width - 9));
    String last = to.substring(Math.max(0, width - 9));
    String same = from.substring(0, width - first.length());
    int count = Integer.parseInt(last) - Integer.parseInt(first) + 1;
    if (!to.startsWith(same) || count > MOST) {
      return report(
          written, "which is too long", "write a range of at most 1,000 names", diagnostics);
    }
    List<String> names = new ArrayList<>(count);
    for (int i = Integer.parseInt(first); names.size() < count; i++) {
      String digits = Integer.toString(i);
      String zeros = "0".repeat(first.length() - digits.length());
      names.add(form.group(1) + same + zeros + digits + form.group(4));
    }
    return names;
  }

  private static String widths(String from, String to) {
    int width = Math.max(from.length(), to.length());
    String padded =
        "{"
            + "0".repeat(width - from.length())
            + from
            + ".."
            + "0".repeat(width - to.length())
            + to;
    return "write " + padded + "} if the names have these zeros, else a range for each width";
  }

  private static List<String> report(
      Located<String> written, String problem, String hint, Diagnostics diagnostics) {
    diagnostics.addUnlessReported(
        Diagnostic.of(
                Code.NAME_RANGE,
                written.span(),
                message(
                    "{} has {}, {}; accepted is one range that runs up, with digits of"
                        + " one width and at most 1,000 names",
                    written.value(),
                    range(written.value()),
                    plain(problem)))
            .withHint(hint));
    return List.of();
  }

  /** The part of a name from its first brace to its last one. */
  private static String range(String name) {
    int open = name.indexOf('{');
    int close = name.lastIndexOf('}');
    return close < open ? name.substring(open) : name.substring(open, close + 1);
  }
}
